import { terminalText } from '../../escape/terminal';
import type { Place } from '../../features/places';
import type { Span } from '../../model/span';
import { MASK } from '../../secrets/mask';

/** The longest part of a source line that is shown, in UTF-16 units: longer ones are data, which nobody reads. */
const WIDTH = 400;
/** So much of a long line is shown before the finding. */
const BEFORE = 40;

export interface Excerpt {
  readonly line: string;
  /** Where the carets begin, and how many there are. */
  readonly column: number;
  readonly length: number;
}

/** The line of the finding as it may be printed: secrets masked, control characters as pictures. */
export function excerptOf(text: string, span: Span, place: Place, secrets: readonly Span[]): Excerpt {
  const lineStart = span.start - (place.column - 1);
  const lineEnd = endOfLine(text, lineStart);
  const isLong = lineEnd - lineStart > WIDTH;
  const from = isLong ? Math.max(lineStart, span.start - BEFORE) : lineStart;
  const to = isLong ? Math.min(lineEnd, from + WIDTH) : lineEnd;
  const pieces = piecesOf(text, from, to, secrets);
  const lead = from > lineStart ? '…' : '';
  const widthTo = (offset: number) =>
    pieces.reduce((sum, piece) => sum + shownBefore(piece, Math.max(from, Math.min(offset, to))), lead.length);
  const column = widthTo(span.start);
  const end = widthTo(Math.min(Math.max(span.end, span.start), to));
  return {
    line: terminalText(`${lead}${pieces.map(({ shown }) => shown).join('')}${to < lineEnd ? '…' : ''}`),
    column,
    length: Math.max(1, end - column),
  };
}

interface Piece extends Span {
  readonly shown: string;
  readonly masked: boolean;
}

function piecesOf(text: string, from: number, to: number, secrets: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  const plain = (end: number) => {
    if (end > at) pieces.push({ start: at, end, shown: text.slice(at, end), masked: false });
    at = Math.max(at, end);
  };
  for (const { start, end } of secrets) {
    if (end <= at || start >= to) continue;
    plain(start);
    pieces.push({ start: at, end: Math.min(end, to), shown: MASK, masked: true });
    at = Math.min(end, to);
  }
  plain(to);
  return pieces;
}

/** Carets in the middle of a secret would tell its length: they stand under the whole mask or under none of it. */
function shownBefore({ start, end, shown, masked }: Piece, offset: number): number {
  if (offset <= start) return 0;
  return masked || offset >= end ? shown.length : offset - start;
}

function endOfLine(text: string, start: number): number {
  END_OF_LINE.lastIndex = start;
  return END_OF_LINE.exec(text)?.index ?? text.length;
}

const END_OF_LINE = /[\r\n]|$/g;
