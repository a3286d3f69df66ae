import type { ClusterSnapshot, GroupSnapshot, PartitionLag } from '../model';
import { isKnown } from '../unknown';
import { CommitWindow } from './commitWindow';
import { advance, type Outlook, outlookOf, type Progress, type Rates, ratesOf } from './rate';
import { type LagStatus, type Reading, readingOf, verdictOf, worstStatus } from './verdict';

export interface GroupTrend {
  /** The worst of its partitions; absent before it can be told. */
  readonly status?: LagStatus;
  /** How many partitions are so. */
  readonly affected?: number;
  /** Absent before two snapshots were seen. */
  readonly rates?: Rates;
  readonly outlook: Outlook;
}

const KEPT_PROGRESS = 60;
/** A group in which nothing moves can only be found to have stalled or stopped, which need not be told to the second. */
const JUDGE_UNCHANGED_MS = 30_000;

interface Tracked {
  snapshot: GroupSnapshot;
  reading: Reading;
  judgedAt: number;
  progress: Progress[];
  /** By topic and partition; only of partitions that lag, or did within the window. */
  readonly windows: Map<string, Map<number, CommitWindow>>;
  trend: GroupTrend;
}

/** Whether each group catches up, told from one snapshot after another. Forgets a group with the first snapshot without it. */
export class Trends {
  readonly #groups = new Map<string, Tracked>();

  /** `at` in milliseconds of a clock that never goes back. */
  observe(snapshot: ClusterSnapshot, at: number): void {
    const present = new Set<string>();
    for (const group of snapshot.groups) {
      present.add(group.groupId);
      this.#observeGroup(group, at);
    }
    for (const groupId of this.#groups.keys()) {
      if (!present.has(groupId)) this.#groups.delete(groupId);
    }
  }

  of(groupId: string): GroupTrend {
    return this.#groups.get(groupId)?.trend ?? { outlook: { kind: 'unknown' } };
  }

  /** As of the last snapshot. */
  statusOf(groupId: string, partition: PartitionLag, at: number): LagStatus | undefined {
    const tracked = this.#groups.get(groupId);
    if (!tracked) return undefined;
    const window = tracked.windows.get(partition.topic)?.get(partition.partition);
    return verdictOf(partition, tracked.reading, window?.commits() ?? [], at);
  }

  #observeGroup(group: GroupSnapshot, at: number): void {
    const tracked = this.#groups.get(group.groupId) ?? newTracked(group);
    this.#groups.set(group.groupId, tracked);
    tracked.progress.push(advance(tracked.progress.at(-1), tracked.snapshot, group, at));
    if (tracked.progress.length > KEPT_PROGRESS) tracked.progress.shift();
    const isUnchanged = tracked.snapshot === group && at - tracked.judgedAt < JUDGE_UNCHANGED_MS;
    tracked.snapshot = group;
    tracked.reading = readingOf(group);
    const { status, affected } = isUnchanged ? tracked.trend : this.#judge(tracked, at);
    const rates = ratesOf(tracked.progress);
    const isKnownAtAll = group.total.knownPartitions > 0;
    tracked.trend = {
      ...(status && { status }),
      ...(affected !== undefined && { affected }),
      ...(rates && { rates }),
      outlook: isKnownAtAll ? outlookOf(Number(group.total.lag), rates) : { kind: 'unknown' },
    };
  }

  #judge(tracked: Tracked, at: number): Pick<GroupTrend, 'status' | 'affected'> {
    tracked.judgedAt = at;
    const counts = new Map<LagStatus | undefined, number>();
    for (const { partitions } of tracked.snapshot.topics) {
      for (const partition of partitions) {
        observePartition(tracked, partition, at);
        if (isGone(partition)) continue;
        const status = this.statusOf(tracked.snapshot.groupId, partition, at);
        counts.set(status, (counts.get(status) ?? 0) + 1);
      }
    }
    const status = worstStatus(counts.keys());
    const affected = counts.get(status);
    return status && affected !== undefined ? { status, affected } : {};
  }
}

/** Of a topic that is deleted there is nothing to read. */
function isGone({ lag }: PartitionLag): boolean {
  return !isKnown(lag) && lag.unknown === 'topic-deleted';
}

function newTracked(snapshot: GroupSnapshot): Tracked {
  return {
    snapshot,
    reading: readingOf(snapshot),
    judgedAt: Number.NEGATIVE_INFINITY,
    progress: [],
    windows: new Map(),
    trend: { outlook: { kind: 'unknown' } },
  };
}

/** A partition without lag is OK whatever it did before, and needs no window until it lags. */
function observePartition({ windows }: Tracked, partition: PartitionLag, at: number): void {
  const { committed, lag, memberId } = partition;
  if (!isKnown(committed) || !isKnown(lag)) return;
  const byPartition = windows.get(partition.topic) ?? new Map<number, CommitWindow>();
  const existing = byPartition.get(partition.partition);
  if (!existing && lag <= 0n) return;
  const window = existing ?? new CommitWindow();
  window.observe({ at, offset: Number(committed), lag: Math.max(0, Number(lag)) }, memberId !== undefined);
  if (lag <= 0n && window.isAllZero) byPartition.delete(partition.partition);
  else byPartition.set(partition.partition, window);
  windows.set(partition.topic, byPartition);
}
