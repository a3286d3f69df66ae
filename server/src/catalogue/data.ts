import { withoutPrototype } from '../model/tableOf';
import { type KafkaVersion, versionOrder } from '../model/version';
import raw from './data/kafka.generated.json';
import type { ConfigType, Constraint, Importance, UpdateMode } from './types';

/** [type, importance, default or 0 when required, constraint or 0, update mode or 0, 1 when internal] */
export type PackedDefinition = readonly [
  type: ConfigType,
  importance: Importance,
  defaultValue: string | null | 0,
  constraint?: Constraint | 0,
  update?: UpdateMode | 0,
  internal?: 0 | 1,
];

/** Pairs of the index of a version and the definition that holds from it on; -1 where the key is not there. */
export type PackedRuns = readonly number[];

/** The kinds of a class, and the indexes of the version that had it first and of the first without it. */
export type PackedClass = readonly [kinds: string, since?: number, removed?: number];

interface CatalogueData {
  readonly versions: readonly KafkaVersion[];
  /** Topic keys with the broker keys that they fall back to. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  /** By package, then by name: what a setting may name. */
  readonly classes: Readonly<Record<string, Readonly<Record<string, PackedClass>>>>;
  readonly definitions: readonly PackedDefinition[];
  readonly roles: Readonly<Record<string, Readonly<Record<string, PackedRuns>>>>;
}

/** What tools/catalogue took out of Kafka's jars. The JSON import is typed too widely to be used as it is. */
export const DATA = raw as unknown as CatalogueData;
withoutPrototype(DATA.synonyms, DATA.roles, ...Object.values(DATA.roles));

/** The release lines that the catalogue covers, oldest first. */
export const CATALOGUE_VERSIONS: readonly KafkaVersion[] = DATA.versions;

export const NEWEST_VERSION: KafkaVersion = DATA.versions.at(-1) ?? '4.0';

const ORDERS = DATA.versions.map(versionOrder);

const indexes = new Map<KafkaVersion, number>();

/** The index of the covered version that stands for this one: a version outside the range takes the nearest end. */
export function versionIndex(version: KafkaVersion): number {
  const known = indexes.get(version);
  if (known !== undefined) return known;
  const order = versionOrder(version);
  const after = ORDERS.findIndex((covered) => covered > order);
  const index = after === -1 ? ORDERS.length - 1 : Math.max(0, after - 1);
  indexes.set(version, index);
  return index;
}
