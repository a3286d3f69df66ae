import * as l10n from '@vscode/l10n';
import { askInDialog, showError, showInformation } from '../shown/messages';
import { pickOne } from '../shown/picks';
import { withCancel } from '../shown/progress';
import type { ConnectionContext } from './context';
import { editCluster } from './editCluster';
import { isTrustedHere } from './trust';

/** Connects to a cluster that was added, and tells when that fails. */
export async function connect(context: ConnectionContext, wanted: unknown): Promise<void> {
  const { connections, store } = context;
  if (!isTrustedHere()) return;
  const name =
    nameOf(wanted) ?? (await pickCluster(context, l10n.t('Connect to which cluster?'), ['disconnected', 'failed']));
  const settings = name === undefined ? undefined : store.find(name);
  if (!settings) return;
  const state = await withCancel(l10n.t('Connecting to {0}', settings.name), (signal) =>
    connections.connect(settings, signal),
  );
  if (state.kind !== 'failed') return;
  const { message, whatToDo } = state.error;
  // The command has ended: the view shows the failure, and nobody waits for the message.
  void offerEdit(context, settings.name, `${message} ${whatToDo}`.trim());
}

async function offerEdit(context: ConnectionContext, name: string, problem: string): Promise<void> {
  const edit = l10n.t('Edit');
  if ((await showError(`${name}: ${problem}`, edit)) === edit) await editCluster(context, name);
}

export async function disconnect(context: ConnectionContext, wanted: unknown): Promise<void> {
  const kinds = ['connected', 'connecting', 'failed'] as const;
  const name = nameOf(wanted) ?? (await pickCluster(context, l10n.t('Disconnect from which cluster?'), kinds));
  if (name !== undefined) context.connections.disconnect(name);
}

export async function edit(context: ConnectionContext, wanted: unknown): Promise<void> {
  const name = nameOf(wanted) ?? (await pickCluster(context, l10n.t('Edit which cluster?')));
  if (name !== undefined) await editCluster(context, name);
}

/** Forgets a cluster and its secrets, once the person has said so. */
export async function removeCluster(context: ConnectionContext, wanted: unknown): Promise<void> {
  const name = nameOf(wanted) ?? (await pickCluster(context, l10n.t('Remove which cluster?')));
  if (name === undefined || !context.store.find(name)) return;
  const remove = l10n.t('Remove');
  const detail = l10n.t('Its address and its secrets are forgotten here. The cluster itself stays as it is.');
  if ((await askInDialog('warning', l10n.t('Remove {0}?', name), detail, remove)) !== remove) return;
  context.connections.disconnect(name);
  await context.store.remove(name);
  context.connections.refreshSettings();
}

/** A name by itself, or a node of a tree that has it. */
function nameOf(wanted: unknown): string | undefined {
  if (typeof wanted === 'string') return wanted;
  const { clusterName } = Object(wanted) as { readonly clusterName?: unknown };
  return typeof clusterName === 'string' ? clusterName : undefined;
}

type Kind = ReturnType<ConnectionContext['connections']['stateOf']>['kind'];

/** The only cluster that there is to choose is taken without a question. */
async function pickCluster(
  { connections }: ConnectionContext,
  placeHolder: string,
  kinds?: readonly Kind[],
): Promise<string | undefined> {
  const { clusters } = connections;
  const items = clusters
    .map(({ name, bootstrapServers }) => ({
      label: name,
      description: connections.stateOf(name).kind,
      detail: bootstrapServers.join(', '),
    }))
    .filter(({ description }) => !kinds || kinds.includes(description));
  if (items.length > 0) return (await pickOne(items, { placeHolder, matchOnDetail: true }))?.label;
  void showInformation(clusters.length === 0 ? l10n.t('No cluster has been added yet.') : l10n.t('There is none.'));
  return undefined;
}
