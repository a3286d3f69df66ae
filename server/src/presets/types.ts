import type { Reader } from '../catalogue/reader';
import type { ConfigEdit } from '../model/edit';

export const PRESET_NAMES = ['throughput', 'latency', 'durability', 'balanced', 'development'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** Leave the key to Kafka's default: an explicit other value is removed. */
export const DEFAULT = Symbol('default');

/** One value of a preset. */
export interface PresetSetting {
  readonly key: string;
  readonly value: string | typeof DEFAULT;
  /** What it gains, one sentence that follows the change: `fewer, larger requests`. */
  readonly reason: string;
  /** What it costs, where it costs anything: `the last writes are lost if the leader fails`. */
  readonly price?: string;
  /** It can lose records or needs a change elsewhere, so a person must agree to this change by itself. */
  readonly confirm?: true;
  /** Values that serve the purpose as well or better, and so stay. */
  readonly keeps?: (value: string) => boolean;
  /** False where the setting would be wrong beside what else the scope has. */
  readonly unless?: (reader: Reader) => boolean;
}

/** One change that a preset would make. */
export interface PresetChange {
  readonly key: string;
  /** What the file says now; undefined when the key is not set. */
  readonly from?: string;
  /** Undefined when the key goes, which leaves Kafka's default. */
  readonly to?: string;
  readonly reason: string;
  readonly price?: string;
  readonly confirm: boolean;
  readonly edit: ConfigEdit;
  /** What else the edit needs, such as an import in code. */
  readonly also?: readonly ConfigEdit[];
}

export type Preset = readonly PresetSetting[];
export type PresetTable = Readonly<Record<PresetName, Preset>>;

export const atLeast =
  (bound: number) =>
  (value: string): boolean =>
    Number(value) >= bound;

export const between =
  (low: number, high: number) =>
  (value: string): boolean =>
    Number(value) >= low && Number(value) <= high;

export const oneOf =
  (...values: string[]) =>
  (value: string): boolean =>
    values.includes(value);
