import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Span } from '../../model/span';
import { piecesOf } from './decode';

/** The place in the file of the units `from` to `to` of an entry's value text, of which escapes may make more. */
export function spanInValue(document: ConfigDocument, entry: Entry, from: number, to: number): Span {
  const { span, text } = entry.value;
  if (span.end - span.start === text.length) return { start: span.start + from, end: span.start + to };
  return { start: sourceOf(document.text, span, from), end: sourceOf(document.text, span, to - 1, true) };
}

/** Where the unit with that index begins, or ends, in the source. */
function sourceOf(text: string, span: Span, unit: number, atEnd = false): number {
  let before = 0;
  for (const { text: units, source } of piecesOf(text, span.start, span.end)) {
    const index = unit - before;
    if (index < units.length && index >= 0) {
      if (units.length === source.end - source.start) return source.start + index + (atEnd ? 1 : 0);
      return atEnd ? source.end : source.start;
    }
    before += units.length;
  }
  return unit < 0 ? span.start : span.end;
}
