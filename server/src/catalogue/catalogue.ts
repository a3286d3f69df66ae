import { keptByText } from '../model/ownText';
import type { Role } from '../model/scope';
import { tableOf } from '../model/tableOf';
import type { KafkaVersion } from '../model/version';
import { CATALOGUE_VERSIONS, DATA, type PackedRuns, versionIndex } from './data';
import {
  BROKER_SUCCESSIONS,
  CLIENT_SUCCESSIONS,
  CONNECT_SUCCESSIONS,
  CONNECTOR_SUCCESSIONS,
  MIRROR_MAKER_SUCCESSIONS,
  STREAMS_SUCCESSIONS,
  type Succession,
  TOPIC_SUCCESSIONS,
} from './deprecations';
import { isMachineRole, machineHistory, machineKeys } from './machine/machine';
import type { Setting, SettingHistory } from './types';

export { CATALOGUE_VERSIONS, NEWEST_VERSION } from './data';

/** The definitions that a role's file may use, the one that wins first. */
const DEFINED_BY: Readonly<Record<Role, readonly string[]>> = {
  broker: ['broker'],
  controller: ['broker'],
  combined: ['broker'],
  topic: ['topic'],
  producer: ['producer'],
  consumer: ['consumer'],
  admin: ['admin'],
  client: ['producer', 'consumer', 'admin'],
  'connect-standalone': ['connect-standalone'],
  'connect-distributed': ['connect-distributed'],
  connector: ['connector'],
  streams: ['streams'],
  'mirror-maker': ['mirror-maker'],
  // These have facts of their own.
  host: [],
  jvm: [],
};

const SUCCESSIONS: Readonly<Record<string, Readonly<Record<string, Succession>>>> = tableOf({
  broker: BROKER_SUCCESSIONS,
  topic: TOPIC_SUCCESSIONS,
  streams: STREAMS_SUCCESSIONS,
  connector: CONNECTOR_SUCCESSIONS,
  'connect-standalone': tableOf({ ...CLIENT_SUCCESSIONS, ...CONNECT_SUCCESSIONS }),
  'connect-distributed': tableOf({ ...CLIENT_SUCCESSIONS, ...CONNECT_SUCCESSIONS }),
  'mirror-maker': MIRROR_MAKER_SUCCESSIONS,
});

/** By source, then by key: one string a look-up would be made for nothing. */
const histories = new Map<string, Map<string, SettingHistory>>();

/** A key through all covered versions; undefined when no covered version of the role has it. */
export function lookup(role: Role, key: string): SettingHistory | undefined {
  if (isMachineRole(role)) return machineHistory(role, key);
  for (const source of DEFINED_BY[role]) {
    const history = historyIn(source, key);
    if (history) return history;
  }
  return undefined;
}

/** The key as the version defines it; undefined when the version does not have it. */
export function settingAt(role: Role, key: string, version: KafkaVersion): Setting | undefined {
  return lookup(role, key)?.at(version);
}

const lists = new Map<string, readonly Setting[]>();

/** Every key that the version defines for the role, sorted. */
export function settingsOf(role: Role, version: KafkaVersion): readonly Setting[] {
  const id = `${role} ${version}`;
  const known = lists.get(id);
  if (known) return known;
  const settings = keysOf(role).flatMap((key) => settingAt(role, key, version) ?? []);
  lists.set(id, settings);
  return settings;
}

/** Every key that any covered version defines for the role, sorted. */
export function keysOf(role: Role): readonly string[] {
  if (isMachineRole(role)) return machineKeys(role);
  const keys = DEFINED_BY[role].flatMap((source) => Object.keys(DATA.roles[source] ?? {}));
  return [...new Set(keys)].sort();
}

/** The roles, without unions such as `client`, that define the key in some covered version. */
export const rolesOf: (key: string) => readonly Role[] = keptByText((key) =>
  (Object.keys(DATA.roles) as Role[]).filter((role) => hasKey(role, key)),
);

/** What is known of a key's end beyond Kafka's definitions: notes for messages. */
export function successionOf(role: Role, key: string): Succession | undefined {
  for (const source of DEFINED_BY[role]) {
    const succession = (SUCCESSIONS[source] ?? CLIENT_SUCCESSIONS)[key];
    if (succession) return succession;
  }
  return undefined;
}

function hasKey(source: string, key: string): boolean {
  return Object.hasOwn(DATA.roles[source] ?? {}, key);
}

function historyIn(source: string, key: string): SettingHistory | undefined {
  const known = histories.get(source)?.get(key);
  if (known) return known;
  // Unknown keys come from the text and are not kept, or a long session would grow with every typing error.
  const runs = hasKey(source, key) ? DATA.roles[source]?.[key] : undefined;
  if (!runs) return undefined;
  const history = makeHistory(source, key, runs);
  const ofSource = histories.get(source) ?? new Map<string, SettingHistory>();
  histories.set(source, ofSource.set(key, history));
  return history;
}

function makeHistory(source: string, key: string, runs: PackedRuns): SettingHistory {
  const { deprecated, replacedBy } = (SUCCESSIONS[source] ?? CLIENT_SUCCESSIONS)[key] ?? {};
  const removedAt = runs.at(-1) === -1 ? runs.at(-2) : undefined;
  const removed = removedAt === undefined ? undefined : CATALOGUE_VERSIONS[removedAt];
  const cache = new Map<number, Setting>();
  return {
    key,
    since: CATALOGUE_VERSIONS[runs[0] ?? 0] ?? '2.8',
    ...(removed && { removed }),
    ...(deprecated && { deprecated }),
    ...(replacedBy && { replacedBy }),
    at(version) {
      const definition = definitionAt(runs, versionIndex(version));
      if (definition === -1) return undefined;
      const known = cache.get(definition) ?? makeSetting(source, key, definition);
      cache.set(definition, known);
      return known;
    },
    defaults: () => defaultsOf(runs),
  };
}

function definitionAt(runs: PackedRuns, index: number): number {
  let definition = -1;
  for (let at = 0; at < runs.length && (runs[at] ?? 0) <= index; at += 2) definition = runs[at + 1] ?? -1;
  return definition;
}

function makeSetting(source: string, key: string, index: number): Setting {
  const definition = DATA.definitions[index];
  if (!definition) throw new RangeError(`The catalogue has no definition ${index}, which ${source} ${key} names.`);
  const [type, importance, defaultValue, constraint, updateMode, internal] = definition;
  const synonyms = source === 'topic' ? DATA.synonyms[key] : undefined;
  return {
    key,
    type,
    importance,
    ...(defaultValue !== 0 && { default: defaultValue }),
    ...(constraint && { constraint }),
    ...(updateMode && { updateMode }),
    ...(synonyms && { synonyms }),
    ...(internal === 1 && { internal: true }),
  };
}

function defaultsOf(runs: PackedRuns): { from: KafkaVersion; value: string | null | undefined }[] {
  const defaults: { from: KafkaVersion; value: string | null | undefined }[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    const packed = DATA.definitions[runs[at + 1] ?? -1]?.[2];
    const from = CATALOGUE_VERSIONS[runs[at] ?? 0];
    const value = packed === 0 ? undefined : packed;
    if (from && runs[at + 1] !== -1 && (defaults.length === 0 || defaults.at(-1)?.value !== value)) {
      defaults.push({ from, value });
    }
  }
  return defaults;
}
