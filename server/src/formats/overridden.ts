import type { MutableEntry } from '../recognition/parts';

/** Of several entries of one key the last wins. */
export function linkLast<E extends MutableEntry>(entries: readonly E[]): readonly E[] {
  const last = new Map(entries.map((entry) => [entry.key, entry]));
  for (const entry of entries) {
    const winner = last.get(entry.key);
    if (winner && winner !== entry) entry.overriddenBy = winner;
  }
  return entries;
}
