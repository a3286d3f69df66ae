/** One look at a partition's consumer: what it had committed, and the lag at that moment, both in messages. */
export interface Commit {
  /** Milliseconds of a clock that never goes back. */
  readonly at: number;
  readonly offset: number;
  readonly lag: number;
}

/** Burrow's words. REWIND, STOP and STALL are errors, WARN means that the consumer works and falls behind. */
export type LagStatus = 'OK' | 'WARN' | 'STALL' | 'STOP' | 'REWIND';

/** How many commits a partition is judged by, as in Burrow's default. */
export const WINDOW = 10;

/** A consumer that has been silent for less is not said to have stopped, in milliseconds: many commit once a minute. */
export const PATIENCE_MS = 60_000;

/**
 * Burrow's published rules for one partition, over its latest commits, oldest first: no threshold, only whether the
 * consumer gets anywhere. Undefined while too little was seen. Burrow's window is long when it begins to judge; ours starts
 * empty, so that the silence by which it tells STOP must be `PATIENCE_MS` at least.
 */
export function lagStatus(window: readonly Commit[], currentLag: number, now: number): LagStatus | undefined {
  if (currentLag <= 0 || window.some(({ lag }) => lag <= 0)) return 'OK';
  const first = window[0];
  const last = window.at(-1);
  if (!first || !last) return undefined;
  if (!everyStep(window, (before, after) => after.offset >= before.offset)) return 'REWIND';
  if (now - last.at > Math.max(last.at - first.at, PATIENCE_MS)) return 'STOP';
  if (window.length < 2) return undefined;
  if (everyStep(window, (before, after) => after.offset === before.offset)) return 'STALL';
  return everyStep(window, (before, after) => after.lag >= before.lag) ? 'WARN' : 'OK';
}

const SEVERITY: readonly LagStatus[] = ['OK', 'WARN', 'STALL', 'STOP', 'REWIND'];

/** The worst of many partitions' states; undefined when none can be told. */
export function worstStatus(statuses: ReadonlySet<LagStatus | undefined>): LagStatus | undefined {
  return SEVERITY.findLast((status) => statuses.has(status));
}

function everyStep(window: readonly Commit[], holds: (before: Commit, after: Commit) => boolean): boolean {
  return window.every((after, index) => {
    const before = window[index - 1];
    return before === undefined || holds(before, after);
  });
}
