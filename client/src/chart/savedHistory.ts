import type { SavedHistory } from '../../../server/src/cluster/trend/history';
import { MOST_POINTS } from '../../../server/src/cluster/trend/series';

/** Series that are kept over a restart, at most: those with the most lag now. About 1 MB. */
const MOST_SAVED = 150;
/** In milliseconds. */
const OLDEST_MS = 24 * 3600 * 1000;

/** No more than is worth keeping over a restart. `now` in milliseconds since the epoch. */
export function boundedHistory(history: SavedHistory, now: number): SavedHistory {
  const recent = Object.entries(history).flatMap(([key, points]) => {
    const kept = points.filter(([at]) => at > now - OLDEST_MS && at <= now).slice(-MOST_POINTS);
    return kept.length > 0 ? [[key, kept] as const] : [];
  });
  recent.sort(([, one], [, other]) => (other.at(-1)?.[1] ?? 0) - (one.at(-1)?.[1] ?? 0));
  return Object.fromEntries(recent.slice(0, MOST_SAVED));
}

/** What can be read of a file that anybody may have written. */
export function readHistory(raw: unknown): SavedHistory {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, points]) =>
      Array.isArray(points) && points.every(isPoint) ? [[key, points]] : [],
    ),
  );
}

function isPoint(point: unknown): point is [number, number] {
  return Array.isArray(point) && point.length === 2 && point.every((number) => Number.isFinite(number));
}
