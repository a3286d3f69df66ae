/** Repeatable choices: the same seed gives the same ones on every machine. */
export interface Random {
  /** An integer from 0 up to, but not including, `bound`. */
  below(bound: number): number;
  /** True with that probability. */
  chance(probability: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** Undefined for an empty list only. */
  pickAny<T>(from: readonly T[]): T | undefined;
}

/** Mulberry32, which is small and good enough to choose test cases with. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (from) => from[below(from.length)] ?? from[0],
    pickAny: (from) => from[below(from.length)],
  };
}
