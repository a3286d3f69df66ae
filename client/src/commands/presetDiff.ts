import * as l10n from '@vscode/l10n';
import { commands, type ExtensionContext, Range, type Uri, workspace } from 'vscode';
import type { WireEdit } from '../../../server/src/protocol/protocol';
import { createReadOnlyTexts } from '../shown/readOnlyTexts';

const SCHEME = 'kafka-lint-preset';

/** Shows beside a file what it would become, in a diff that nobody can write into. */
export interface PresetDiffs {
  show(target: Uri, preset: string, edits: readonly WireEdit[]): Promise<void>;
}

export function createPresetDiffs(extension: Pick<ExtensionContext, 'subscriptions'>): PresetDiffs {
  const texts = createReadOnlyTexts(extension, SCHEME);
  return {
    async show(target, preset, edits) {
      const document = await workspace.openTextDocument(target);
      const text = editedText(document.getText(), edits, (range) => offsetsOf(document, range));
      const uri = texts.put(target, preset, text);
      await commands.executeCommand('vscode.diff', target, uri, l10n.t('Preset {0}', preset), { preview: true });
    },
  };
}

type Offsets = readonly [start: number, end: number];

function offsetsOf(document: { offsetAt(position: Range['start']): number }, range: WireEdit['range']): Offsets {
  const { start, end } = range;
  const place = new Range(start.line, start.character, end.line, end.character);
  return [document.offsetAt(place.start), document.offsetAt(place.end)];
}

function editedText(text: string, edits: readonly WireEdit[], offsets: (range: WireEdit['range']) => Offsets): string {
  // From the end on, so that the offsets of earlier edits stay true.
  const lastFirst = edits.map(({ range, newText }) => ({ place: offsets(range), newText }));
  lastFirst.sort((a, b) => b.place[0] - a.place[0]);
  return lastFirst.reduce(
    (result, { place: [start, end], newText }) => result.slice(0, start) + newText + result.slice(end),
    text,
  );
}
