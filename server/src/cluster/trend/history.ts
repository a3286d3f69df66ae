import type { ClusterSnapshot, LagTotal } from '../model';
import { appendPoint, type LagPoint } from './series';

/** The most series that are kept; groups come before topics. */
const MOST_SERIES = 4000;

/** Names a series: a group's, or that of one of its topics. */
export function seriesKey(groupId: string, topic?: string): string {
  return JSON.stringify(topic === undefined ? [groupId] : [groupId, topic]);
}

/** What `LagHistory` was, as JSON can carry it over a restart. */
export type SavedHistory = Readonly<Record<string, readonly (readonly [at: number, lag: number])[]>>;

/** Lag over time of every group and topic, bounded in points and in series. Unknown lag leaves a gap, not a zero. */
export class LagHistory {
  readonly #series = new Map<string, LagPoint[]>();

  constructor(saved: SavedHistory = {}) {
    for (const [key, points] of Object.entries(saved).slice(0, MOST_SERIES)) {
      this.#series.set(
        key,
        points.map(([at, lag]) => ({ at, lag })),
      );
    }
  }

  observe(snapshot: ClusterSnapshot): void {
    const { takenAt, groups } = snapshot;
    for (const { groupId, total } of groups) this.#append(seriesKey(groupId), takenAt, total);
    for (const { groupId, topics } of groups) {
      if (topics.length < 2) continue;
      for (const { topic, total } of topics) this.#append(seriesKey(groupId, topic), takenAt, total);
    }
  }

  /** Oldest first; empty when nothing is known. A group that reads one topic only has that topic's series as its own. */
  series(groupId: string, topic?: string): readonly LagPoint[] {
    return this.#series.get(seriesKey(groupId, topic)) ?? this.#series.get(seriesKey(groupId)) ?? [];
  }

  toJSON(): SavedHistory {
    const entries = [...this.#series].map(([key, points]) => [key, points.map(({ at, lag }) => [at, lag])]);
    return Object.fromEntries(entries) as SavedHistory;
  }

  #append(key: string, at: number, { lag, knownPartitions }: LagTotal): void {
    if (knownPartitions === 0) return;
    let series = this.#series.get(key);
    if (!series) {
      if (this.#series.size >= MOST_SERIES) return;
      series = [];
      this.#series.set(key, series);
    }
    appendPoint(series, { at, lag: Number(lag) });
  }
}
