import { CATALOGUE_VERSIONS } from '../catalogue/catalogue';
import { describe } from '../catalogue/describe';
import { documentationUrl } from '../catalogue/links';
import { isMachineRole } from '../catalogue/machine/machine';
import type { Setting, SettingHistory, UpdateMode } from '../catalogue/types';
import { type Unit, unitOf } from '../catalogue/units';
import type { Scope } from '../model/scope';
import { type Definition, isDeprecated } from './definition';
import { humanValue } from './humanValue';

const TYPES: Readonly<Record<Setting['type'], string>> = {
  BOOLEAN: 'true or false',
  STRING: 'text',
  INT: 'whole number',
  SHORT: 'whole number',
  LONG: 'whole number',
  DOUBLE: 'number',
  LIST: 'list, separated by commas',
  CLASS: 'class name',
  PASSWORD: 'secret text',
};

const UNITS: Readonly<Record<Unit, string | undefined>> = {
  ns: 'nanoseconds',
  ms: 'milliseconds',
  s: 'seconds',
  min: 'minutes',
  h: 'hours',
  bytes: 'bytes',
  'bytes/s': 'bytes a second',
  percent: 'percent',
  ratio: 'a ratio',
  count: undefined,
};

const UPDATES: Readonly<Record<UpdateMode, string>> = {
  'read-only': 'after a restart of the broker',
  'per-broker': 'at once when set with kafka-configs.sh, for each broker or for all; from this file after a restart',
  'cluster-wide': 'at once when set with kafka-configs.sh, for the whole cluster; from this file after a restart',
};

/** All that is known of a setting, in Markdown: one paragraph of meaning, then one line a fact. */
export function describeSetting(scope: Pick<Scope, 'target'>, definition: Definition): string {
  const { role, key, history, setting } = definition;
  const { version } = scope.target;
  const meaning = describe(role, key);
  const facts = [
    ...lifeFacts(history, scope),
    ...(setting ? settingFacts(setting, history) : [`Kafka ${version} does not have it.`]),
    ...(setting?.updateMode ? [`A change takes effect ${UPDATES[setting.updateMode]}.`] : []),
  ];
  const documentation = isMachineRole(role) ? 'the documentation' : "Kafka's documentation";
  const link = `[${key} in ${documentation}](${documentationUrl(role, key)})`;
  return [...(meaning ? [meaning] : []), facts.map((fact) => `- ${fact}`).join('\n'), link].join('\n\n');
}

function settingFacts(setting: Setting, history: SettingHistory): string[] {
  const { type, key, importance, synonyms } = setting;
  const unit = UNITS[unitOf(key) ?? 'count'];
  const range = rangeOf(setting);
  return [
    `Type: ${TYPES[type]}${unit ? `, in ${unit}` : ''}`,
    defaultFact(setting, history),
    ...(range ? [range] : []),
    `Importance: ${importance.toLowerCase()}`,
    ...(synonyms?.length ? [`Without it the broker's ${synonyms.map(code).join(', ')} holds.`] : []),
  ];
}

function defaultFact({ key, default: value }: Setting, history: SettingHistory): string {
  const changes = history.defaults();
  const current = value === undefined ? 'Required, there is no default' : `Default: ${shown(key, value)}`;
  if (changes.length < 2) return current;
  const told = changes.map((change, index) => {
    const until = changes[index + 1]?.from;
    const what = change.value === undefined ? 'required' : shown(key, change.value);
    return until ? `${what} before ${until}` : `${what} since ${change.from}`;
  });
  return `${current} (${told.join(', ')})`;
}

function shown(key: string, value: string | null): string {
  if (value === null) return 'none';
  if (value === '') return 'empty';
  const human = humanValue(key, value);
  return human ? `${code(value)} = ${human}` : code(value);
}

function rangeOf({ constraint }: Setting): string | undefined {
  const { min, max, oneOf } = constraint ?? {};
  if (oneOf) return `One of ${oneOf.map((value) => (value === '' ? 'an empty text' : code(value))).join(', ')}`;
  if (min !== undefined && max !== undefined) return `From ${code(min)} to ${code(max)}`;
  if (min !== undefined) return `At least ${code(min)}`;
  return max === undefined ? undefined : `At most ${code(max)}`;
}

function lifeFacts(history: SettingHistory, { target: { version } }: Pick<Scope, 'target'>): string[] {
  const { since, removed, deprecated, replacedBy } = history;
  const instead = replacedBy?.length ? `; ${replacedBy.map(code).join(' or ')} takes its place` : '';
  return [
    ...(since === CATALOGUE_VERSIONS[0] ? [] : [`New in Kafka ${since}`]),
    ...(deprecated && isDeprecated(history, version) ? [`**Deprecated** since Kafka ${deprecated}${instead}`] : []),
    ...(removed ? [`Removed in Kafka ${removed}${deprecated ? '' : instead}`] : []),
  ];
}

function code(text: string): string {
  return `\`${text}\``;
}
