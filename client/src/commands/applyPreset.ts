import * as l10n from '@vscode/l10n';
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
import type { CommandContext } from './context';
import type { PresetDiffs } from './presetDiff';
import { applyWireEdits } from './wireEdits';

const DESCRIPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    throughput: l10n.t('highest throughput'),
    latency: l10n.t('lowest latency'),
    durability: l10n.t('no acknowledged record is lost'),
    balanced: l10n.t('a compromise between throughput, latency and durability'),
    development: l10n.t('a single broker on this machine'),
  }),
);

/**
 * Offers the presets, then every change of the chosen one with its reason and its price, and writes those that stay
 * ticked. Changes that can lose records or need a change elsewhere are not ticked to begin with.
 */
export async function applyPreset(
  context: CommandContext,
  diffs: PresetDiffs,
  uri: unknown,
  place: unknown,
): Promise<void> {
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
      l10n.t(
        'No preset applies to this file. Presets exist for producers, consumers, brokers, topics and KafkaJS clients.',
      ),
    );
    return;
  }
  const items = offered.presets.map((label) => ({
    label,
    description: DESCRIPTIONS.get(label) ?? l10n.t('from your settings'),
  }));
  const preset = (await pickOne(items, { placeHolder: l10n.t('What are you optimizing for?') }))?.label;
  const preview = preset ? await ask(client, { ...scope, preset }) : null;
  if (!preset || !preview) return;
  if (preview.changes.length === 0) {
    void showInformation(l10n.t('Nothing to change: the file is as preset {0} would have it, or better.', preset));
    return;
  }
  const showDiff = async (chosen: readonly number[]): Promise<void> => {
    const shown = await ask(client, { ...scope, preset, chosen });
    await diffs.show(target, preset, shown?.edits ?? []);
  };
  const chosen = await pickChanges(preset, preview.changes, showDiff);
  if (!chosen || chosen.length === 0) return;
  const written = await ask(client, { ...scope, preset, chosen });
  const document = await workspace.openTextDocument(target);
  const isSame = written?.version === preview.version && document.version === preview.version;
  if (!isSame || !(await applyWireEdits(target, written.edits ?? []))) {
    void showWarning(l10n.t('The file has changed meanwhile, so preset {0} was not applied. Try again.', preset));
  }
}

function ask(client: BaseLanguageClient, params: PresetPreviewParams): Promise<PresetPreviewResult> {
  return client.sendRequest<PresetPreviewResult>(PRESET_PREVIEW, params);
}

/** The places of the changes that stay ticked. */
async function pickChanges(
  preset: string,
  changes: readonly PresetPreviewChange[],
  showDiff: (chosen: readonly number[]) => Promise<void>,
): Promise<readonly number[] | undefined> {
  const items = changes.map((change, index): QuickPickItem & { index: number } => ({
    label: change.label,
    detail: change.reason,
    description: change.confirm ? l10n.t('needs your agreement') : '',
    picked: !change.confirm,
    index,
  }));
  const indexes = (some: readonly { readonly index: number }[]): readonly number[] => some.map(({ index }) => index);
  const picked = await pickMany(items, {
    title: l10n.t('Preset {0}', preset),
    placeHolder: l10n.t('Clear what you do not want; Enter writes the rest into the file.'),
    button: { icon: 'diff', tooltip: l10n.t('Show as a Diff'), press: (some) => void showDiff(indexes(some)) },
  });
  return picked && indexes(picked);
}
