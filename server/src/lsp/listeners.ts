/** Those who want to be told of something that happens again and again. */
export interface Listeners<Told> {
  add(listener: (told: Told) => void): void;
  tell(told: Told): void;
}

export function createListeners<Told>(): Listeners<Told> {
  const all: ((told: Told) => void)[] = [];
  return {
    add: (listener) => void all.push(listener),
    tell(told) {
      for (const listener of all) listener(told);
    },
  };
}
