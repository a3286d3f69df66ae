import type { ChartSeries } from '../protocol';

/** Times in seconds, then the lag of each series at each. Null is a gap; undefined is what another series alone has. */
export type AlignedData = [times: number[], ...lags: (number | null | undefined)[][]];

/** Series of different times over one axis. Where nobody looked for `gapMs`, a line is broken rather than drawn on. */
export function align(series: readonly ChartSeries[], gapMs: number, sinceMs = 0): AlignedData {
  const columns = series.map(({ points }) => withGaps(points, gapMs, sinceMs));
  const times = [...new Set(columns.flatMap((column) => [...column.keys()]))].sort((one, other) => one - other);
  return [times.map((time) => time / 1000), ...columns.map((column) => times.map((time) => column.get(time)))];
}

function withGaps(points: ChartSeries['points'], gapMs: number, sinceMs: number): Map<number, number | null> {
  const column = new Map<number, number | null>();
  let last: number | undefined;
  let step = 0;
  for (const [at, lag] of points) {
    if (at < sinceMs) continue;
    if (last !== undefined) {
      // Old points are far between because some were given up, which is no gap.
      if (at - last > Math.max(gapMs, 4 * step)) column.set(last + 1, null);
      step = at - last;
    }
    column.set(at, lag);
    last = at;
  }
  return column;
}
