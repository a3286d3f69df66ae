/** Lag at one time, for a chart. */
export interface LagPoint {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** In messages. */
  readonly lag: number;
}

/** The most points that one series holds: an hour at a point every ten seconds, and longer at fewer. */
export const MOST_POINTS = 360;

/**
 * Appends a point. A full series gives up every second point of its older half, so that it reaches far back coarsely and
 * is fine where it is new.
 */
export function appendPoint(series: LagPoint[], point: LagPoint): void {
  if (series.length >= MOST_POINTS) {
    const half = Math.floor(series.length / 2);
    const thinned = series.slice(0, half).filter((_, index) => index % 2 === 0);
    series.splice(0, half, ...thinned);
  }
  series.push(point);
}
