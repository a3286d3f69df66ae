<<<<<<< HEAD
import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { overlaps, type Span } from '../../model/span';
import { isLineStart, startOfBlanks } from '../lines';
=======
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import type { Span } from '../../model/span';
>>>>>>> main

/** What a comment can speak of: options, and the statements of calls; of those that begin together the longest first. */
export function placesOf(scopes: readonly Scope[], entries: readonly Entry[]): Span[] {
  const calls = scopes.flatMap(({ calls: made, creation }) => (creation ? [...made, creation] : made));
  const places = [...calls.map(({ statement }) => statement), ...entries.map(({ span }) => span)];
  return places.sort((a, b) => a.start - b.start || b.end - a.end);
}
<<<<<<< HEAD

/** The innermost place that begins its line: anywhere else the line before may be text rather than code. */
export function placeOfStatement({ text, scopes, entries }: ConfigDocument, span: Span): number | undefined {
  const around = placesOf(scopes, entries).filter(
    (place) => overlaps(place, span) && isLineStart(text, startOfBlanks(text, place.start)),
  );
  const holding = around.findLast((place) => place.start <= span.start);
  return (holding ?? around[0])?.start;
}
=======
>>>>>>> main
