import type { LagPoint } from '../../../server/src/cluster/trend/series';
import type { BehindSince } from './clusterView';

/** Two points further apart, in milliseconds, say nothing of the time between: nobody looked. */
const GAP_MS = 10 * 60_000;

/** From when on the lag was above zero without a break, as far as it was seen. Oldest point first. */
export function behindSince(points: readonly LagPoint[]): BehindSince | undefined {
  let since: LagPoint | undefined;
  for (const point of points.toReversed()) {
    if (point.lag <= 0) return since && { at: since.at, orLonger: false };
    if (since && since.at - point.at > GAP_MS) return { at: since.at, orLonger: true };
    since = point;
  }
  return since && { at: since.at, orLonger: true };
}
