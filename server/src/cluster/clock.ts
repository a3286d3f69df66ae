/** Time as the poller needs it; a test gives its own. */
export interface Clock {
  /** Milliseconds that only ever grow, and stand still while the machine sleeps. */
  monotonic(): number;
  /** Milliseconds since the epoch, as the machine believes: they jump when it is set. */
  wall(): number;
  /** Calls back once after `ms`; the answer calls it off. */
  after(ms: number, callback: () => void): () => void;
}

export const SYSTEM_CLOCK: Clock = {
  monotonic: () => performance.now(),
  wall: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
