import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import type { Span } from '../../model/span';

/** What a comment can speak of: options, and the statements of calls; of those that begin together the longest first. */
export function placesOf(scopes: readonly Scope[], entries: readonly Entry[]): Span[] {
  const calls = scopes.flatMap(({ calls: made, creation }) => (creation ? [...made, creation] : made));
  const places = [...calls.map(({ statement }) => statement), ...entries.map(({ span }) => span)];
  return places.sort((a, b) => a.start - b.start || b.end - a.end);
}
