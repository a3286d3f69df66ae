import type { GroupSnapshot, PartitionLag } from '../model';
import { isKnown } from '../unknown';

/** How far a group and its producers have come since it was first seen, in messages. */
export interface Progress {
  readonly at: number;
  readonly consumed: number;
  readonly produced: number;
  readonly lag: number;
}

/** What the rates come to. */
export type Outlook =
  | { readonly kind: 'caught-up' }
  | { readonly kind: 'catching-up'; readonly secondsLeft: number }
  | { readonly kind: 'falling-behind' }
  | { readonly kind: 'steady' }
  | { readonly kind: 'unknown' };

export interface Rates {
  /** Messages per second. */
  readonly consumed: number;
  readonly produced: number;
}

/** Over how many milliseconds rates are averaged. */
const RATE_WINDOW_MS = 60_000;
/** Rates that differ by less than this share keep the lag where it is, as far as anybody can tell. */
const STEADY_SHARE = 0.02;
/** So does less than a message in a quarter of an hour. */
const STEADY_RATE = 0.001;

/** Counts only partitions that are known in both snapshots, and no way back: a reset offset is no consumption. */
export function advance(
  progress: Progress | undefined,
  before: GroupSnapshot,
  after: GroupSnapshot,
  at: number,
): Progress {
  const step = before === after ? { consumed: 0, produced: 0 } : stepBetween(before, after);
  return {
    at,
    consumed: (progress?.consumed ?? 0) + step.consumed,
    produced: (progress?.produced ?? 0) + step.produced,
    lag: Number(after.total.lag),
  };
}

function stepBetween(before: GroupSnapshot, after: GroupSnapshot): Rates {
  const old = new Map(before.topics.map((topic) => [topic.topic, topic.partitions]));
  const sum = { consumed: 0, produced: 0 };
  for (const { topic, partitions } of after.topics) {
    const find = finder(old.get(topic) ?? []);
    for (const [index, partition] of partitions.entries()) {
      const then = find(partition.partition, index);
      if (!then || then === partition) continue;
      sum.consumed += growth(then.committed, partition.committed);
      sum.produced += growth(then.logEnd, partition.logEnd);
    }
  }
  return sum;
}

/** A partition is nearly always where it was in the list; an index of 200,000 of them would cost more than all else. */
function finder(partitions: readonly PartitionLag[]): (wanted: number, index: number) => PartitionLag | undefined {
  let index: ReadonlyMap<number, PartitionLag> | undefined;
  return (wanted, at) => {
    const there = partitions[at];
    if (there?.partition === wanted) return there;
    index ??= new Map(partitions.map((partition) => [partition.partition, partition]));
    return index.get(wanted);
  };
}

function growth(before: PartitionLag['committed'], after: PartitionLag['committed']): number {
  return isKnown(before) && isKnown(after) && after > before ? Number(after - before) : 0;
}

/** Averages over the last minute, or since the look before the last if that was longer ago; undefined after one look. */
export function ratesOf(history: readonly Progress[]): Rates | undefined {
  const last = history.at(-1);
  const before = history.at(-2);
  if (!last || !before) return undefined;
  const first = history.find(({ at }) => last.at - at <= RATE_WINDOW_MS && at < last.at) ?? before;
  const seconds = (last.at - first.at) / 1000;
  if (seconds <= 0) return undefined;
  return {
    consumed: (last.consumed - first.consumed) / seconds,
    produced: (last.produced - first.produced) / seconds,
  };
}

/** `lag` in messages. */
export function outlookOf(lag: number, rates: Rates | undefined): Outlook {
  if (lag <= 0) return { kind: 'caught-up' };
  if (!rates) return { kind: 'unknown' };
  const net = rates.consumed - rates.produced;
  const noise = Math.max(STEADY_SHARE * Math.max(rates.consumed, rates.produced), STEADY_RATE);
  if (Math.abs(net) <= noise) return { kind: 'steady' };
  return net > 0 ? { kind: 'catching-up', secondsLeft: lag / net } : { kind: 'falling-behind' };
}
