import type { FileResult } from '../result';

/** How many findings each rule has, the most frequent first. */
export function statisticsOf(results: readonly FileResult[]): string {
  const counts = new Map<string, number>();
  for (const { findings } of results) for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rows = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const width = String(rows[0]?.[1] ?? 0).length;
  return rows.map(([rule, count]) => `${String(count).padStart(width)}  ${rule}\n`).join('');
}
