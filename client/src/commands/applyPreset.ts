import { type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  PRESET_PREVIEW,
  type PresetPreviewChange,
  type PresetPreviewParams,
  type PresetPreviewResult,
} from '../../../server/src/protocol/protocol';
import { showInformation, showWarning } from '../shown/messages';
import { pickMany, pickOne } from '../shown/picks';
import type { CommandContext } from './register';
import { applyWireEdits } from './wireEdits';

const DESCRIPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    throughput: 'as many records a second as can be',
    latency: 'each record as soon as can be',
    durability: 'no acknowledged record is lost',
    balanced: 'a little of each; a good start',
    development: 'a single broker on this machine',
  }),
);

/**
 * Offers the presets, then every change of the chosen one with its reason and its price, and writes those that stay
 * ticked. Changes that can lose records or need a change elsewhere are not ticked to begin with.
 */
export async function applyPreset(context: CommandContext, uri: unknown, place: unknown): Promise<void> {
  const target = typeof uri === 'string' ? Uri.parse(uri) : window.activeTextEditor?.document.uri;
  if (!target) return;
  const client = await context.server.client();
  const scope = {
    uri: target.toString(),
    ...(typeof place === 'number' && { scope: place }),
  };
  const offered = await ask(client, scope);
  if (!offered || offered.presets.length === 0) {
    void showInformation(
      'There are presets for producers, consumers, brokers, topics and clients of KafkaJS; this file is none.',
    );
    return;
  }
  const items = offered.presets.map((label) => ({
    label,
    description: DESCRIPTIONS.get(label) ?? 'from your settings',
  }));
  const preset = (await pickOne(items, { placeHolder: 'What do you tune for?' }))?.label;
  const preview = preset ? await ask(client, { ...scope, preset }) : null;
  if (!preset || !preview) return;
  if (preview.changes.length === 0) {
    void showInformation(`Nothing to change: the file is as preset ${preset} would have it, or better.`);
    return;
  }
  const chosen = await pickChanges(preset, preview.changes);
  if (!chosen || chosen.length === 0) return;
  const written = await ask(client, { ...scope, preset, chosen });
  const document = await workspace.openTextDocument(target);
  const isSame = written?.version === preview.version && document.version === preview.version;
  if (!isSame || !(await applyWireEdits(target, written.edits ?? []))) {
    void showWarning(`The file has changed meanwhile, so preset ${preset} was not applied. Try again.`);
  }
}

function ask(client: BaseLanguageClient, params: PresetPreviewParams): Promise<PresetPreviewResult> {
  return client.sendRequest<PresetPreviewResult>(PRESET_PREVIEW, params);
}

/** The places of the changes that stay ticked. */
async function pickChanges(
  preset: string,
  changes: readonly PresetPreviewChange[],
): Promise<readonly number[] | undefined> {
  const items = changes.map((change, index): QuickPickItem & { index: number } => ({
    label: change.label,
    detail: change.reason,
    description: change.confirm ? 'only if you agree' : '',
    picked: !change.confirm,
    index,
  }));
  const title = `Preset ${preset}`;
  const placeHolder = 'Untick what you do not want; Enter writes the rest into the file.';
  const picked = await pickMany(items, { title, placeHolder, matchOnDetail: true });
  return picked?.map(({ index }) => index);
}
