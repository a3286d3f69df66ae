export interface Random {
  /** A whole number below `bound`. */
  below(bound: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Mulberry32: the same numbers for the same seed, everywhere. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    below: (bound) => next() % bound,
    pick<T>(list: readonly T[]): T {
      const [first] = list;
      const picked = list[next() % list.length] ?? first;
      if (picked === undefined) throw new Error('Nothing to pick from');
      return picked;
    },
  };
}
