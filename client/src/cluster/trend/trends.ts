import type { ClusterSnapshot, GroupSnapshot, PartitionLag } from '../model';
import { isKnown } from '../unknown';
import { CommitWindow } from './commitWindow';
import { advance, type Outlook, outlookOf, type Progress, type Rates, ratesOf } from './rate';
import { type LagStatus, lagStatus, worstStatus } from './status';

export interface GroupTrend {
  /** The worst of its partitions; absent before it can be told. */
  readonly status?: LagStatus;
  /** Absent before two snapshots were seen. */
  readonly rates?: Rates;
  readonly outlook: Outlook;
}

const KEPT_PROGRESS = 60;
/** A group in which nothing moves can only be found to have stalled or stopped, which need not be told to the second. */
const JUDGE_UNCHANGED_MS = 30_000;

interface Tracked {
  snapshot: GroupSnapshot;
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
  statusOf(groupId: string, { topic, partition, lag }: PartitionLag, at: number): LagStatus | undefined {
    if (!isKnown(lag)) return undefined;
    if (lag <= 0n) return 'OK';
    const window = this.#groups.get(groupId)?.windows.get(topic)?.get(partition);
    return lagStatus(window?.commits() ?? [], Number(lag), at);
  }

  #observeGroup(group: GroupSnapshot, at: number): void {
    const tracked = this.#groups.get(group.groupId) ?? newTracked(group);
    this.#groups.set(group.groupId, tracked);
    tracked.progress.push(advance(tracked.progress.at(-1), tracked.snapshot, group, at));
    if (tracked.progress.length > KEPT_PROGRESS) tracked.progress.shift();
    const isUnchanged = tracked.snapshot === group && at - tracked.judgedAt < JUDGE_UNCHANGED_MS;
    tracked.snapshot = group;
    const status = isUnchanged ? tracked.trend.status : this.#judge(tracked, at);
    const rates = ratesOf(tracked.progress);
    const isKnownAtAll = group.total.knownPartitions > 0;
    tracked.trend = {
      ...(status && { status }),
      ...(rates && { rates }),
      outlook: isKnownAtAll ? outlookOf(Number(group.total.lag), rates) : { kind: 'unknown' },
    };
  }

  #judge(tracked: Tracked, at: number): LagStatus | undefined {
    tracked.judgedAt = at;
    const statuses = new Set<LagStatus | undefined>();
    for (const { partitions } of tracked.snapshot.topics) {
      for (const partition of partitions) {
        observePartition(tracked, partition, at);
        statuses.add(this.statusOf(tracked.snapshot.groupId, partition, at));
      }
    }
    return worstStatus(statuses);
  }
}

function newTracked(snapshot: GroupSnapshot): Tracked {
  return {
    snapshot,
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
