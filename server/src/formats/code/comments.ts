import type { ConfigDocument } from '../../model/document';
import { overlaps, type Span } from '../../model/span';
import { isLineStart, startOfBlanks } from '../lines';
import { placesOf } from './places';

/** The innermost place that begins its line: anywhere else the line before may be text rather than code. */
export function placeOf({ text, scopes, entries }: ConfigDocument, span: Span): number | undefined {
  const around = placesOf(scopes, entries).filter(
    (place) => overlaps(place, span) && isLineStart(text, startOfBlanks(text, place.start)),
  );
  const holding = around.findLast((place) => place.start <= span.start);
  return (holding ?? around[0])?.start;
}
