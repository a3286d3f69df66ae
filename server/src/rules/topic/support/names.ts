import type { Reader } from '../../../catalogue/reader';
import { tableOf } from '../../../model/tableOf';

/** What a topic calls a setting, and what a broker calls the default of it. */
const BROKER_NAMES: Readonly<Record<string, readonly string[]>> = tableOf({
  'retention.ms': ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours'],
  'retention.bytes': ['log.retention.bytes'],
  'local.retention.ms': ['log.local.retention.ms'],
  'local.retention.bytes': ['log.local.retention.bytes'],
  'segment.ms': ['log.roll.ms', 'log.roll.hours'],
  'segment.bytes': ['log.segment.bytes'],
});

const UNIT_MS: Readonly<Record<string, number>> = tableOf({ minutes: 60_000, hours: 3_600_000 });

/** A setting under the name that it has in this file. */
export interface Named {
  readonly key: string;
  /** In the topic setting's unit: milliseconds or bytes. */
  readonly value: number;
  /** False for a default. */
  readonly written: boolean;
}

/**
 * The setting's value in a topic's or in a broker's file. In a topic's file only a written one is known, since an
 * absent one falls back to the broker; in a broker's the default counts, and the finest unit wins as in Kafka.
 */
export function topicSetting(reader: Reader, name: string): Named | undefined {
  if (reader.scope.role === 'topic') return written(reader, name);
  const names = BROKER_NAMES[name] ?? [];
  const winner = names.find((key) => reader.entry(key));
  if (winner) return written(reader, winner);
  const last = names.at(-1);
  const value = last === undefined ? undefined : reader.number(last);
  if (last === undefined || value === undefined) return undefined;
  return { key: last, value: inTopicUnit(last, value), written: false };
}

function written(reader: Reader, key: string): Named | undefined {
  const set = reader.setNumber(key);
  return set && { key, value: inTopicUnit(key, set.value), written: true };
}

/** A negative value means unlimited in whatever unit. */
function inTopicUnit(key: string, value: number): number {
  const unit = UNIT_MS[key.slice(key.lastIndexOf('.') + 1)] ?? 1;
  return value < 0 ? value : value * unit;
}
