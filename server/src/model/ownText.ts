/** A copy that keeps nothing else in memory: V8 cuts a text out of a long one by pointing into it. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}

/** More of them are forgotten together, so that a long session does not grow with everything that is typed. */
const MOST_KEPT = 4096;
const LONGEST_KEPT = 200;

/** A function of a text, such as a key, that is asked about the same texts at every keystroke. */
export function keptByText<T>(compute: (text: string) => T): (text: string) => T {
  const kept = new Map<string, { readonly value: T }>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return compute(text);
    const known = kept.get(text);
    if (known) return known.value;
    if (kept.size >= MOST_KEPT) kept.clear();
    const value = compute(text);
    kept.set(ownText(text), { value });
    return value;
  };
}
