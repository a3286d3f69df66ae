import { terminalLine, terminalText } from '../escape/terminal';
import { planPresets } from '../features/presetPlans';
import { renderEdits } from '../formats/registry';
import type { ConfigDocument } from '../model/document';
import { applyTextEdits } from '../model/edit';
import { presetEdits, presetNamesFor, type UserPresets } from '../presets/plan';
import type { PresetChange } from '../presets/types';
import { PRESET_NAMES } from '../presets/types';
import { maskedValue } from '../secrets/mask';
import type { CliOptions } from './arguments';

export interface PresetResult {
  readonly file: string;
  readonly changes: readonly (PresetChange & { readonly applied: boolean })[];
  readonly text: string;
  /** False where the preset has nothing for what the file configures. */
  readonly fits: boolean;
}

export function knownPresets(own: UserPresets): readonly string[] {
  return [...new Set([...PRESET_NAMES, ...Object.keys(own)])];
}

/** What the preset changes in the file. */
export function applyPreset(
  document: ConfigDocument,
  file: string,
  { preset = '', yes }: Pick<CliOptions, 'preset' | 'yes'>,
  own: UserPresets,
): PresetResult {
  const scopes = document.scopes.filter((scope) => presetNamesFor(scope, own).includes(preset));
  if (scopes.length === 0) return { file, changes: [], text: document.text, fits: false };
  const planned = planPresets(document, scopes, preset, own);
  const changes = planned.map((change) => ({ ...change, applied: yes || !change.confirm }));
  const edits = presetEdits(changes.filter((change) => change.applied));
  return { file, changes, text: applyTextEdits(document.text, renderEdits(document, edits)), fits: true };
}

/** Each change with its reason and its price, and what was left for a person to agree to. */
export function reportPreset({ file, changes, fits }: PresetResult, preset: string): string {
  if (!fits) return `${terminalLine(file)}: preset ${preset} has nothing for what this file configures\n`;
  if (changes.length === 0) return `${terminalLine(file)}: nothing to change for preset ${preset}\n`;
  return [`${terminalLine(file)}: preset ${preset}`, ...changes.map(describe), ''].join('\n');
}

function describe({
  key,
  from = '(not set)',
  to = '(default)',
  reason,
  price,
  applied,
}: PresetResult['changes'][number]): string {
  const cost = price ? `; price: ${price}` : '';
  const left = applied ? '' : ' [left out; --yes makes it]';
  const change = `${maskedValue(key, from)} -> ${maskedValue(key, to)}`;
  return `  ${key}: ${terminalText(change)}${left}\n      ${terminalText(`${reason}${cost}`)}`;
}

export function presetAsJson({ file, changes }: PresetResult): object[] {
  return changes.map(({ key, from, to, reason, price, confirm, applied }) => {
    const [before, after] = [maskedValue(key, from), maskedValue(key, to)];
    return { file, key, from: before ?? null, to: after ?? null, reason, price: price ?? null, confirm, applied };
  });
}
