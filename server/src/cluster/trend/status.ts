/** One look at a partition's consumer: what it had committed, and the lag at that moment, both in messages. */
export interface Commit {
  /** Milliseconds of a clock that never goes back. */
  readonly at: number;
  readonly offset: number;
  readonly lag: number;
}

/** Burrow's words. REWIND, STOP and STALL are errors, WARN means that the consumer works and falls behind. */
export type BurrowStatus = 'OK' | 'WARN' | 'STALL' | 'STOP' | 'REWIND';

/** How many commits a partition is judged by, as in Burrow's default. */
export const WINDOW = 10;

/** A consumer that has been silent for less is not said to have stopped, in milliseconds: many commit once a minute. */
export const PATIENCE_MS = 60_000;

/**
 * Burrow's published rules for one partition, over its latest commits, oldest first: no threshold, only whether the
 * consumer gets anywhere. Undefined while too little was seen. Burrow's window is long when it begins to judge; ours starts
 * empty, so that the silence by which it tells STOP must be `PATIENCE_MS` at least. And where Burrow waits until a stuck
 * consumer fills the whole window, STALL is told here once it is stuck for longer than it ever was before.
 */
export function lagStatus(window: readonly Commit[], currentLag: number, now: number): BurrowStatus | undefined {
  if (currentLag <= 0) return 'OK';
  if (window.some(({ lag }) => lag <= 0)) return isStuck(window) ? 'STALL' : 'OK';
  const first = window[0];
  const last = window.at(-1);
  if (!first || !last) return undefined;
  if (!everyStep(window, (before, after) => after.offset >= before.offset)) return 'REWIND';
  if (now - last.at > Math.max(last.at - first.at, PATIENCE_MS)) return 'STOP';
  if (window.length < 2) return undefined;
  if (isStuck(window)) return 'STALL';
  return everyStep(window, (before, after) => after.lag >= before.lag) ? 'WARN' : 'OK';
}

/** The last commits are all of one offset while messages waited, for twice as long as any of the others took. */
function isStuck(window: readonly Commit[]): boolean {
  const last = window.at(-1);
  const from = window.findLastIndex(({ offset, lag }) => offset !== last?.offset || lag <= 0) + 1;
  const [start] = window.slice(from);
  if (!last || !start || from === window.length - 1) return false;
  const changes = window.filter(({ offset }, index) => index === 0 || offset !== window[index - 1]?.offset);
  const longest = changes.reduce((most, { at }, index) => Math.max(most, at - (changes[index - 1]?.at ?? at)), 0);
  return last.at - start.at >= Math.max(PATIENCE_MS, 2 * longest);
}

function everyStep(window: readonly Commit[], holds: (before: Commit, after: Commit) => boolean): boolean {
  return window.every((after, index) => {
    const before = window[index - 1];
    return before === undefined || holds(before, after);
  });
}
