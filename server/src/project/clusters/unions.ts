/** Sets of things that turn out to be one. */
export interface Unions<T> {
  join(one: T, other: T): void;
  sets(): T[][];
}

export function unionsOf<T>(all: readonly T[]): Unions<T> {
  const parents = new Map<T, T>();
  const rootOf = (one: T): T => {
    let root = one;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    // Every step again would take time that grows with the square of a long chain.
    for (let at = one; at !== root; ) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  return {
    join(one, other) {
      const [a, b] = [rootOf(one), rootOf(other)];
      if (a !== b) parents.set(b, a);
    },
    sets() {
      const sets = new Map<T, T[]>();
      for (const one of all) {
        const root = rootOf(one);
        const set = sets.get(root);
        if (set) set.push(one);
        else sets.set(root, [one]);
      }
      return [...sets.values()];
    },
  };
}

/** Joins all that have a key in common. */
export function joinBy<T>(unions: Unions<T>, all: readonly T[], keysOf: (one: T) => readonly string[]): void {
  const first = new Map<string, T>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const known = first.get(key);
      if (known === undefined) first.set(key, one);
      else unions.join(known, one);
    }
  }
}
