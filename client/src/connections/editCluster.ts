import * as l10n from '@vscode/l10n';
import { commands } from 'vscode';
import { LAG_VIEW } from '../names';
import { askInDialog, showInformation } from '../shown/messages';
import { withCancel } from '../shown/progress';
import { askStep } from './askStep';
import { type Attempt, attempt } from './attempt';
import { clusterSteps } from './clusterSteps';
import type { ConnectionContext } from './context';
import { connectionFrom, type Draft, draftOf, type FilledIn } from './draft';
import { runSteps } from './runSteps';
import { isTrustedHere } from './trust';

/** Asks for a new cluster, connects to it to see whether all is right, and saves it. */
export async function addCluster(context: ConnectionContext): Promise<void> {
  if (isTrustedHere()) await fillIn(context, l10n.t('Add a Kafka Cluster'), draftOf({}, {}));
}

/** The same with what is known of a cluster; what is not changed stays, secrets too. */
export async function editCluster(context: ConnectionContext, name: string): Promise<void> {
  const settings = context.store.find(name);
  if (!settings || !isTrustedHere()) return;
  const draft = draftOf(settings, await context.store.secretsOf(name));
  await fillIn(context, l10n.t('Edit {0}', name), draft, name);
}

/** Asks, tries and saves until the person is content or gives up. `replaces` is the name of the cluster that is edited. */
export async function fillIn(
  context: ConnectionContext,
  title: string,
  initial: Draft,
  replaces?: string,
): Promise<void> {
  let draft = await askAll(context, title, initial, replaces);
  while (draft) {
    const filledIn = connectionFrom(draft);
    const result = await tryOut(context, filledIn);
    if (result.kind === 'connected') return keep(context, filledIn, result, replaces);
    const choice = result.kind === 'failed' ? await offerAfter(result) : 'edit';
    if (choice === 'save') return save(context, filledIn, replaces);
    if (choice === 'leave') return;
    if (choice === 'edit') draft = await askAll(context, title, draft, replaces);
  }
}

/** Saves what has just been connected, lets it stay connected and shows it. */
export async function keep(
  context: ConnectionContext,
  filledIn: FilledIn,
  result: Extract<Attempt, { kind: 'connected' }>,
  replaces?: string,
): Promise<void> {
  await save(context, filledIn, replaces);
  await context.connections.adopt(filledIn.settings, result);
  await commands.executeCommand(`${LAG_VIEW}.focus`);
  void tellOfTwin(context, filledIn.settings.name, result.snapshot.clusterId);
}

/** Whoever adds a cluster a second time, perhaps by another listener, is told: nobody waits for the answer. */
async function tellOfTwin({ connections, store }: ConnectionContext, name: string, id?: string): Promise<void> {
  const twin = connections.clusters.find((other) => {
    const state = connections.stateOf(other.name);
    return other.name !== name && id !== undefined && state.kind === 'connected' && state.first.clusterId === id;
  });
  if (!twin) return;
  const remove = l10n.t('Remove {0}', name);
  const message = l10n.t('{0} is the same cluster as {1}: its brokers tell the same cluster id.', name, twin.name);
  if ((await showInformation(message, remove)) !== remove) return;
  connections.disconnect(name);
  await store.remove(name);
  connections.refreshSettings();
}

/** Connects to the cluster with progress and a way out, and keeps nothing of it but the connection. */
export function tryOut({ tools }: ConnectionContext, filledIn: FilledIn): Promise<Attempt> {
  const { name, bootstrapServers } = filledIn.settings;
  return withCancel(l10n.t('Connecting to {0}', name || bootstrapServers.join(', ')), (signal) =>
    attempt(filledIn, tools, signal),
  );
}

export async function save(
  { store, connections }: ConnectionContext,
  filledIn: FilledIn,
  replaces?: string,
): Promise<void> {
  if (replaces !== undefined) connections.disconnect(replaces);
  await store.save(filledIn.settings, filledIn.secrets, replaces);
  connections.refreshSettings();
}

function askAll(
  { store, tools }: ConnectionContext,
  title: string,
  draft: Draft,
  replaces: string | undefined,
): Promise<Draft | undefined> {
  const taken = store.list().clusters.map(({ name }) => name);
  const steps = clusterSteps(taken.filter((name) => name !== replaces));
  return runSteps(steps, draft, (step, current, place) =>
    askStep(title, step, current, place, (path) => tools.readText(path)),
  );
}

type Choice = 'edit' | 'retry' | 'save' | 'leave';

const CHOICES: readonly (readonly [label: string, choice: Choice])[] = [
  [l10n.t('Edit'), 'edit'],
  [l10n.t('Try Again'), 'retry'],
  [l10n.t('Save Anyway'), 'save'],
];

async function offerAfter({ error }: Extract<Attempt, { kind: 'failed' }>): Promise<Choice> {
  const labels = CHOICES.map(([label]) => label);
  const chosen = await askInDialog('error', error.message, error.whatToDo, ...labels);
  return CHOICES.find(([label]) => label === chosen)?.[1] ?? 'leave';
}
