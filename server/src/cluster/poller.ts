import { type Clock, SYSTEM_CLOCK } from './clock';
import type { Cluster } from './cluster';
import type { ExplainedError } from './explain/errorFacts';
import { explainError } from './explain/explainError';
import type { ClusterSnapshot } from './model';

/** What a view shows of one cluster. */
export interface PollerState {
  /** The last that was taken, however old. */
  readonly snapshot?: ClusterSnapshot;
  /** Why the last refresh failed; absent once one succeeds. */
  readonly failure?: ExplainedError;
  readonly isRefreshing: boolean;
  readonly isPaused: boolean;
}

export interface PollerOptions {
  /** Becomes the poller's: it is closed with it. */
  readonly cluster: Cluster;
  /** Milliseconds from the start of one refresh to that of the next. */
  readonly intervalMs: number;
  /** Called after every change of state; may not throw. */
  readonly onChange: (state: PollerState) => void;
  readonly clock?: Clock;
}

/** After failures the pause doubles up to this, in milliseconds: a cluster that is back is seen within half a minute. */
const LONGEST_BACKOFF_MS = 30_000;
/** A wall clock that ran ahead of the monotonic one by so much has slept, or was set. */
const SLEEP_MS = 30_000;

/** Refreshes a cluster again and again, one refresh at a time. Starts at once. */
export class Poller {
  readonly #cluster: Cluster;
  readonly #clock: Clock;
  readonly #onChange: (state: PollerState) => void;
  #intervalMs: number;
  #state: PollerState = { isRefreshing: false, isPaused: false };
  #failures = 0;
  #cancelTimer: (() => void) | undefined;
  #startedAt = 0;
  #taken: Moment | undefined;
  #seen: Moment;
  #underWay: Promise<void> | undefined;
  #isDisposed = false;

  constructor({ cluster, intervalMs, onChange, clock = SYSTEM_CLOCK }: PollerOptions) {
    this.#cluster = cluster;
    this.#clock = clock;
    this.#onChange = onChange;
    this.#intervalMs = intervalMs;
    this.#seen = this.#now();
    this.#schedule(0);
  }

  get state(): PollerState {
    return this.#state;
  }

  /** Milliseconds since the snapshot on show was taken, a sleep of the machine included; undefined without one. */
  get ageMs(): number | undefined {
    if (!this.#taken) return undefined;
    const { monotonic, wall } = since(this.#taken, this.#now());
    return Math.max(monotonic, wall);
  }

  /** The numbers on show are older than they ought to be, so that a view marks them with their age. */
  get isStale(): boolean {
    const age = this.ageMs;
    return age !== undefined && (this.#state.failure !== undefined || age > 2.5 * this.#intervalMs);
  }

  set intervalMs(value: number) {
    if (value === this.#intervalMs) return;
    this.#intervalMs = value;
    if (this.#cancelTimer) this.#scheduleNext();
  }

  /** Sends nothing more until resumed: the view is hidden, or the window unfocused. */
  pause(): void {
    if (this.#state.isPaused || this.#isDisposed) return;
    this.#unschedule();
    this.#change({ isPaused: true });
  }

  /** Refreshes at once when the next refresh would have been due by now. */
  resume(): void {
    if (!this.#state.isPaused || this.#isDisposed) return;
    this.#change({ isPaused: false });
    if (!this.#underWay) this.#scheduleNext();
  }

  /** At once, also while paused; joins a refresh that is under way. Resolves when it has ended, well or not. */
  async refreshNow(): Promise<void> {
    if (this.#isDisposed) return;
    this.#unschedule();
    this.#underWay ??= this.#refresh();
    await this.#underWay;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#unschedule();
    this.#cluster.close();
  }

  async #refresh(): Promise<void> {
    this.#startedAt = this.#clock.monotonic();
    this.#reconnectAfterSleep();
    try {
      this.#change({ isRefreshing: true });
      const snapshot = await this.#cluster.refresh();
      this.#failures = 0;
      this.#taken = this.#now();
      this.#end({ snapshot, failure: undefined });
    } catch (error) {
      this.#failures += 1;
      this.#end({ failure: explainError(error) });
    }
  }

  #end(outcome: Change): void {
    this.#underWay = undefined;
    if (this.#isDisposed) return;
    if (!this.#state.isPaused) this.#scheduleNext(this.#restMs / 2);
    this.#change({ ...outcome, isRefreshing: false });
  }

  /** Connections do not outlive a sleep, and the first sign of that would be a timeout. */
  #reconnectAfterSleep(): void {
    const now = this.#now();
    const { monotonic, wall } = since(this.#seen, now);
    this.#seen = now;
    if (wall - monotonic > SLEEP_MS) this.#cluster.reconnect();
  }

  /** `leastMs` is the rest that even a slow cluster gets. */
  #scheduleNext(leastMs = 0): void {
    const elapsed = this.#clock.monotonic() - this.#startedAt;
    this.#schedule(Math.max(this.#restMs - elapsed, leastMs));
  }

  get #restMs(): number {
    return this.#failures === 0 ? this.#intervalMs : backoff(this.#intervalMs, this.#failures);
  }

  #schedule(ms: number): void {
    this.#unschedule();
    this.#cancelTimer = this.#clock.after(ms, () => {
      this.#cancelTimer = undefined;
      void this.refreshNow();
    });
  }

  #unschedule(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  #change(change: Change): void {
    const { failure, snapshot, ...flags } = { ...this.#state, ...change };
    this.#state = { ...flags, ...(snapshot && { snapshot }), ...(failure && { failure }) };
    this.#onChange(this.#state);
  }

  #now(): Moment {
    return { monotonic: this.#clock.monotonic(), wall: this.#clock.wall() };
  }
}

interface Moment {
  readonly monotonic: number;
  readonly wall: number;
}

type Change = { readonly [Key in keyof PollerState]?: PollerState[Key] | undefined } & {
  readonly isRefreshing?: boolean;
  readonly isPaused?: boolean;
};

function since(then: Moment, now: Moment): Moment {
  return { monotonic: now.monotonic - then.monotonic, wall: now.wall - then.wall };
}

function backoff(intervalMs: number, failures: number): number {
  return Math.min(intervalMs * 2 ** (failures - 1), Math.max(intervalMs, LONGEST_BACKOFF_MS));
}
