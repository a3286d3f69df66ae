import type { Span } from '../../model/span';

/** The whole lines that `span` lies on, with the line end behind them; at the end of the text the one before. */
export function lineOf(text: string, span: Span): Span {
  let start = span.start;
  while (start > 0 && !isLineEnd(text[start - 1])) start--;
  let end = span.end;
  while (end < text.length && !isLineEnd(text[end])) end++;
  if (end < text.length) return { start, end: afterLineEnd(text, end) };
  if (start > 0) return { start: beforeLineEnd(text, start), end };
  return { start, end };
}

/** The word in `span` with the blanks and the comma that part it from the word before, or from the one behind. */
export function withoutWord(text: string, span: Span): Span {
  const before = /(?<![ \t])[ \t]*,[ \t]*$/.exec(text.slice(Math.max(0, span.start - 40), span.start));
  if (before) return { start: span.start - before[0].length, end: span.end };
  const behind = /^(?:[ \t]*,[ \t]*|[ \t]+)/.exec(text.slice(span.end, span.end + 40));
  return { start: span.start, end: span.end + (behind?.[0].length ?? 0) };
}

/** Tells the number of the line that an offset is on, from 1, as an editor counts; the text is scanned once, if at all. */
export function lineNumbers(text: string): (offset: number) => number {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\r\n|[\r\n]/g), (match) => match.index + match[0].length)];
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function afterLineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}

function beforeLineEnd(text: string, at: number): number {
  return text.slice(at - 2, at) === '\r\n' ? at - 2 : at - 1;
}
