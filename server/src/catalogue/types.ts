import type { KafkaVersion } from '../model/version';

/** The ConfigDef types of Kafka. */
export type ConfigType = 'BOOLEAN' | 'STRING' | 'INT' | 'SHORT' | 'LONG' | 'DOUBLE' | 'LIST' | 'CLASS' | 'PASSWORD';
export type Importance = 'HIGH' | 'MEDIUM' | 'LOW';
/** How a broker takes a changed value over: after a restart, for one broker, or for the whole cluster. */
export type UpdateMode = 'read-only' | 'per-broker' | 'cluster-wide';

/** What Kafka's validator accepts beyond the type. `min` and `max` are decimal texts, since a LONG exceeds 2^53. */
export interface Constraint {
  readonly min?: string;
  readonly max?: string;
  /** The only accepted values (of each element for a LIST). */
  readonly oneOf?: readonly string[];
  readonly ignoreCase?: boolean;
  /** For a LIST: an empty list is refused. For a STRING: an empty text is refused. */
  readonly nonEmpty?: boolean;
  /** For a LIST: no element may be empty, and of equal elements only the first counts. */
  readonly distinct?: true;
  /** A validator that is more than a range or a choice, in Kafka's own `toString`. */
  readonly other?: string;
}

/** A setting as one Kafka version defines it. */
export interface Setting {
  readonly key: string;
  readonly type: ConfigType;
  /** Kafka's default as it would be written in a file; `null` for "null"; absent when the key is required. */
  readonly default?: string | null;
  readonly constraint?: Constraint;
  readonly importance: Importance;
  readonly updateMode?: UpdateMode;
  /** Broker keys that this topic key falls back to, or topic keys that this broker key is the default of. */
  readonly synonyms?: readonly string[];
  /** Defined, but not documented for users. */
  readonly internal?: boolean;
}

/** A setting through the versions that the catalogue covers. */
export interface SettingHistory {
  readonly key: string;
  /** The first covered version that has it. The oldest covered version says "that one or earlier". */
  readonly since: KafkaVersion;
  /** The first version that no longer has it. */
  readonly removed?: KafkaVersion;
  readonly deprecated?: KafkaVersion;
  /** The settings that take its place, when deprecated or removed. */
  readonly replacedBy?: readonly string[];
  at(version: KafkaVersion): Setting | undefined;
  /** Each default with the version from which it holds, oldest first. */
  defaults(): readonly { readonly from: KafkaVersion; readonly value: string | null | undefined }[];
}
