import { defaultOf } from '../catalogue/clients';
import type { Call, Options } from '../model/call';
import type { ConfigDocument } from '../model/document';
import type { ConfigEdit } from '../model/edit';
import type { Entry } from '../model/entry';
import type { Scope } from '../model/scope';
import { sliceSpan } from '../model/span';
import { KAFKAJS_PRESET_NAMES, KAFKAJS_PRESETS, type OptionSetting } from './kafkajs';
import type { PresetChange } from './types';
import { DEFAULT } from './types';

interface Place {
  readonly scope: Scope;
  readonly method: string;
  readonly options: Options;
  readonly call?: Call;
}

/** What the preset would change in the options of a client of KafkaJS, and of its calls in the same file. */
export function planOptions(document: ConfigDocument, scope: Scope, name: string): readonly PresetChange[] {
  const preset = KAFKAJS_PRESET_NAMES.find((one) => one === name);
  if (!preset) return [];
  return placesOf(document, scope).flatMap((place) =>
    KAFKAJS_PRESETS[preset]
      .filter(({ method }) => method === place.method)
      .flatMap((setting) => changeOf(document, place, setting) ?? []),
  );
}

/** Each object of options once, since several calls may share one. */
function placesOf({ text }: ConfigDocument, scope: Scope): Place[] {
  const method = scope.role === 'client' ? 'Kafka' : scope.role;
  const own: Place[] = [{ scope, method, options: scope }];
  const calls = scope.calls
    .filter(({ options }) => options.entries.length > 0)
    .map((call) => ({ scope, method: call.method, options: call.options, call }));
  const all = [...own, ...calls].filter(({ options: { span } }) => /[{(]/.test(text.charAt(span.start)));
  return all.filter(({ options }, index) => {
    return all.findIndex((other) => other.options.span.start === options.span.start) === index;
  });
}

function changeOf(document: ConfigDocument, place: Place, setting: OptionSetting): PresetChange | undefined {
  const { scope, method, options, call } = place;
  const { option, value, reason, price, confirm = false, imports } = setting;
  if (setting.unless?.(scope, call)) return undefined;
  const entry = optionIn(options, option);
  const key = `${option} of ${shown(document, place)}`;
  const common = { key, reason, confirm, ...(price && { price }) };
  const also: ConfigEdit[] = imports ? [{ kind: 'import', scope, name: imports }] : [];
  const fallback = defaultOf('kafkajs', method, option);
  if (!entry) {
    const isHidden = options.completeness !== 'complete' || !hasRoom(document, options, option);
    if (value === DEFAULT || isHidden || serves(setting, fallback)) return undefined;
    const edit: ConfigEdit = { kind: 'add', scope, options, key: option, value, expression: true };
    return { ...common, to: value, edit, also };
  }
  // What an environment variable may say is not the file's to change.
  if (entry.value.kind !== 'literal' || entry.value.fallback || serves(setting, entry.value.text)) return undefined;
  const from = sliceSpan(document.text, entry.value.span);
  if (value !== DEFAULT) {
    return { ...common, from, to: value, edit: { kind: 'set', entry, value, expression: true }, also };
  }
  return entry.value.text === fallback ? undefined : { ...common, from, edit: { kind: 'remove', entry } };
}

function optionIn({ entries }: Options, option: string): Entry | undefined {
  return entries.findLast(({ writtenKey, overriddenBy }) => writtenKey === option && !overriddenBy);
}

/** False where the object around a nested option is made elsewhere. */
function hasRoom({ text }: ConfigDocument, options: Options, option: string): boolean {
  const [outer = '', inner] = option.split('.');
  const around = inner === undefined ? undefined : optionIn(options, outer);
  return around === undefined || text[around.value.span.start] === '{';
}

/** True when the value is what the preset wants, or as good. */
function serves({ value, keeps }: OptionSetting, current: string | undefined): boolean {
  if (current === undefined) return false;
  return (value !== DEFAULT && current === value) || keeps?.(current) === true;
}

/** `send() in line 12`, since a file may have several. */
function shown({ text }: ConfigDocument, { scope, method, call }: Place): string {
  const { start } = (call ?? scope.creation)?.methodSpan ?? scope.span;
  const line = text.slice(0, start).split('\n').length;
  return `${method === 'Kafka' ? 'new Kafka' : method}() in line ${line}`;
}
