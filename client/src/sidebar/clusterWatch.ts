import { type Clock, SYSTEM_CLOCK } from '../../../server/src/cluster/clock';
import type { Cluster } from '../../../server/src/cluster/cluster';
import type { ExplainedError } from '../../../server/src/cluster/explain/errorFacts';
import type { ClusterSnapshot, PartitionLag } from '../../../server/src/cluster/model';
import { Poller } from '../../../server/src/cluster/poller';
import type { LagHistory } from '../../../server/src/cluster/trend/history';
import { type GroupTrend, Trends } from '../../../server/src/cluster/trend/trends';
import type { LagStatus } from '../../../server/src/cluster/trend/verdict';
import { behindSince } from './behindSince';
import type { BehindSince } from './clusterView';

export interface ClusterWatchOptions {
  /** Becomes the watch's: it is closed with it. */
  readonly cluster: Cluster;
  readonly first: ClusterSnapshot;
  readonly history: LagHistory;
  readonly intervalMs: number;
  readonly isActive: boolean;
  /** After each refresh that brought something to show, numbers or a failure. */
  readonly onChange: () => void;
  readonly clock?: Clock;
}

/** Rates over less than this, in milliseconds, would be noise: snapshots nearer to each other are shown, not compared. */
const LEAST_STEP_MS = 1000;

/** A connected cluster under watch: its latest snapshot, and what the snapshots so far tell together. */
export class ClusterWatch {
  readonly #history: LagHistory;
  readonly #poller: Poller;
  readonly #clock: Clock;
  readonly #trends = new Trends();
  #snapshot: ClusterSnapshot;
  #observedAt: number | undefined;
  #failure: ExplainedError | undefined;

  constructor({ cluster, first, history, intervalMs, isActive, onChange, clock = SYSTEM_CLOCK }: ClusterWatchOptions) {
    this.#history = history;
    this.#clock = clock;
    this.#snapshot = first;
    this.#observe(first);
    this.#poller = new Poller({
      cluster,
      intervalMs,
      clock,
      onChange: ({ snapshot, failure }) => {
        const isNew = snapshot !== undefined && snapshot !== this.#snapshot;
        if (!isNew && failure === this.#failure) return;
        this.#failure = failure;
        if (isNew) this.#observe(snapshot);
        onChange();
      },
    });
    if (!isActive) this.#poller.pause();
  }

  get snapshot(): ClusterSnapshot {
    return this.#snapshot;
  }

  get failure(): ExplainedError | undefined {
    return this.#poller.state.failure;
  }

  /** Milliseconds since the snapshot was taken, when that is longer than it ought to be. */
  staleMs(intervalMs: number): number | undefined {
    if (this.#poller.ageMs !== undefined) return this.#poller.isStale ? this.#poller.ageMs : undefined;
    const age = this.#clock.wall() - this.#snapshot.takenAt;
    return this.failure || age > 2.5 * intervalMs ? Math.max(age, 0) : undefined;
  }

  set intervalMs(value: number) {
    this.#poller.intervalMs = value;
  }

  set isActive(value: boolean) {
    if (value) this.#poller.resume();
    else this.#poller.pause();
  }

  refresh(): Promise<void> {
    return this.#poller.refreshNow();
  }

  trendOf(groupId: string): GroupTrend {
    return this.#trends.of(groupId);
  }

  statusOf(groupId: string, partition: PartitionLag): LagStatus | undefined {
    return this.#trends.statusOf(groupId, partition, this.#observedAt ?? 0);
  }

  behindSince(groupId: string): BehindSince | undefined {
    return behindSince(this.#history.series(groupId));
  }

  dispose(): void {
    this.#poller.dispose();
  }

  #observe(snapshot: ClusterSnapshot): void {
    this.#snapshot = snapshot;
    const age = Math.max(0, this.#clock.wall() - snapshot.takenAt);
    const takenAt = this.#clock.monotonic() - age;
    if (this.#observedAt !== undefined && takenAt - this.#observedAt < LEAST_STEP_MS) return;
    this.#observedAt = takenAt;
    this.#trends.observe(snapshot, this.#observedAt);
    this.#history.observe(snapshot);
  }
}
