import type { Clock } from '../../../server/src/cluster/clock';

export interface FakeClock extends Clock {
  /** Lets time pass, with every timer that is due on its way, and lets promises settle between them. */
  pass(ms: number): Promise<void>;
  /** The machine sleeps, or its clock is set: only the wall clock moves, forwards or back. */
  jump(ms: number): void;
  readonly timers: number;
}

export function fakeClock(): FakeClock {
  let now = 0;
  let wall = 1_700_000_000_000;
  const timers = new Map<object, { readonly at: number; readonly callback: () => void }>();
  const next = (until: number) =>
    [...timers].filter(([, { at }]) => at <= until).sort(([, one], [, other]) => one.at - other.at)[0];
  const move = (to: number) => {
    wall += to - now;
    now = to;
  };
  return {
    monotonic: () => now,
    wall: () => wall,
    after: (ms, callback) => {
      const key = {};
      timers.set(key, { at: now + ms, callback });
      return () => void timers.delete(key);
    },
    pass: async (ms) => {
      const until = now + ms;
      await settle();
      for (let due = next(until); due; due = next(until)) {
        const [key, { at, callback }] = due;
        timers.delete(key);
        move(Math.max(at, now));
        callback();
        await settle();
      }
      move(until);
    },
    jump: (ms) => {
      wall += ms;
    },
    get timers() {
      return timers.size;
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
