import { settingAt } from '../catalogue/catalogue';
import { type Reader, readerOf } from '../catalogue/reader';
import type { ConfigDocument } from '../model/document';
import type { ConfigEdit } from '../model/edit';
import type { Entry } from '../model/entry';
import type { Role, Scope } from '../model/scope';
import { BROKER_PRESETS } from './broker';
import { CONSUMER_PRESETS } from './consumer';
import { KAFKAJS_PRESET_NAMES } from './kafkajs';
import { planOptions } from './optionPlan';
import { PRODUCER_PRESETS } from './producer';
import { TOPIC_PRESETS } from './topic';
import {
  DEFAULT,
  PRESET_NAMES,
  type Preset,
  type PresetChange,
  type PresetName,
  type PresetSetting,
  type PresetTable,
} from './types';

export const PRESET_KINDS = ['producer', 'consumer', 'broker', 'topic'] as const;
export type PresetKind = (typeof PRESET_KINDS)[number];

/** A user's own preset: keys and values for each kind of scope. */
export type UserPreset = { readonly description?: string } & {
  readonly [Kind in PresetKind]?: Readonly<Record<string, string>>;
};
export type UserPresets = Readonly<Record<string, UserPreset>>;

const KINDS: Readonly<Partial<Record<Role, PresetKind>>> = {
  producer: 'producer',
  consumer: 'consumer',
  broker: 'broker',
  combined: 'broker',
  topic: 'topic',
};

const TABLES: Readonly<Record<PresetKind, PresetTable>> = {
  producer: PRODUCER_PRESETS,
  consumer: CONSUMER_PRESETS,
  broker: BROKER_PRESETS,
  topic: TOPIC_PRESETS,
};

/** The presets that a scope of that role can take, built-in ones first. */
export function presetNamesFor(scope: Pick<Scope, 'role' | 'client'>, own: UserPresets = {}): readonly string[] {
  if (scope.client === 'kafkajs') return scope.role === 'admin' ? [] : KAFKAJS_PRESET_NAMES;
  const kind = scope.client === 'java' ? KINDS[scope.role] : undefined;
  if (!kind) return [];
  const named = Object.keys(own).filter((name) => own[name]?.[kind] && !isPresetName(name));
  return [...PRESET_NAMES, ...named];
}

/** What the preset would change in the scope; empty when the scope is already as good. */
export function planPreset(
  document: ConfigDocument,
  reader: Reader,
  name: string,
  own: UserPresets = {},
): readonly PresetChange[] {
  if (reader.scope.client === 'kafkajs') return planOptions(document, reader.scope, name);
  const preset = presetFor(reader.scope.role, name, own);
  const changes: PresetChange[] = [];
  // Each setting is judged beside what those before it have left.
  let planned = reader;
  for (const setting of preset) {
    const change = changeOf(planned, setting, reader.scope);
    if (!change) continue;
    changes.push(change);
    planned = readerOf({ ...planned.scope, entries: changedEntries(planned, change) });
  }
  return withMark(document, changes, `preset: ${name}`);
}

function changedEntries({ scope: { entries, span } }: Reader, { key, to, edit }: PresetChange): readonly Entry[] {
  const others = entries.filter((entry) => entry.key !== key);
  if (to === undefined) return others;
  const at = 'entry' in edit ? edit.entry : { key, writtenKey: key, keySpan: span, span };
  return [...others, { ...at, value: { kind: 'literal', text: to, span } }];
}

/** The edits of changes, to be rendered together. */
export function presetEdits(changes: readonly PresetChange[]): readonly ConfigEdit[] {
  return changes.flatMap(({ edit, also = [] }) => [edit, ...also]);
}

function presetFor(role: Role, name: string, own: UserPresets): Preset {
  const kind = KINDS[role];
  if (!kind) return [];
  if (isPresetName(name)) return TABLES[kind][name];
  const values = Object.entries(own[name]?.[kind] ?? {});
  return values.map(([key, value]) => ({ key, value, reason: `your preset ${name} has it so` }));
}

function isPresetName(name: string): name is PresetName {
  return PRESET_NAMES.some((one) => one === name);
}

function changeOf(reader: Reader, setting: PresetSetting, scope: Scope): PresetChange | undefined {
  const { key, value, reason, price, confirm = false } = setting;
  const definition = settingAt(reader.scope.role, key, reader.version);
  if (!definition || setting.unless?.(reader)) return undefined;
  const entry = reader.entry(key);
  if (entry?.value.kind === 'dynamic') return undefined;
  const common = { key, reason, confirm, ...(price && { price }) };
  if (!entry) {
    const unset = reader.scope.completeness === 'complete' ? (definition.default ?? undefined) : undefined;
    if (value === DEFAULT || serves(setting, unset) || scope.written(key) === '') return undefined;
    return { ...common, to: value, edit: { kind: 'add', scope, key, value } };
  }
  const from = entry.value.text.trim();
  if (serves(setting, from)) return undefined;
  if (value !== DEFAULT) return { ...common, from, to: value, edit: { kind: 'set', entry, value } };
  if (sameValue(from, definition.default ?? undefined)) return undefined;
  return { ...common, from, edit: { kind: 'remove', entry } };
}

/** True when the value is what the preset wants, or as good. */
function serves({ value, keeps }: PresetSetting, current: string | undefined): boolean {
  if (current === undefined) return false;
  return (value !== DEFAULT && sameValue(current, value)) || keeps?.(current) === true;
}

function sameValue(a: string, b: string | undefined): boolean {
  if (b === undefined) return false;
  return a === b || (a !== '' && b !== '' && Number(a) === Number(b));
}

/** Says once in the file where its values come from, above the first line that the preset adds. */
function withMark(document: ConfigDocument, changes: readonly PresetChange[], mark: string): readonly PresetChange[] {
  if (document.comments.some((comment) => comment.text === mark)) return changes;
  const first = changes.findIndex(({ edit }) => edit.kind === 'add');
  return changes.map((change, index) =>
    index === first && change.edit.kind === 'add' ? { ...change, edit: { ...change.edit, comment: mark } } : change,
  );
}
