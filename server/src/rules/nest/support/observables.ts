import type { Call } from '../../../model/call';

/** What runs an Observable, or makes a promise of it that does. */
const RUNNING: ReadonlySet<string> = new Set(['subscribe', 'toPromise', 'forEach', 'connect']);

/** Nobody gets the Observable that a call gives, and nothing subscribes to it. */
export function isUnused({ outcome, kept, chained = [] }: Call): boolean {
  // `await` gives an Observable as it is, and whoever keeps it may subscribe.
  if (kept || chained.some((name) => RUNNING.has(name))) return false;
  return outcome === 'dropped' || outcome === 'awaited' || outcome === 'caught';
}
