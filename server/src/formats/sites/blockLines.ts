import type { Span } from '../../model/span';
import { isLineStart, lineEndAt, startOfBlanks } from '../lines';

/** The lines of something that begins a line and ends one, with the line's end; undefined when other things are there. */
export function linesOfBlock(text: string, span: Span): Span | undefined {
  const start = startOfBlanks(text, span.start);
  if (!isLineStart(text, start)) return undefined;
  const end = endOfLine(text, span.end);
  // A comment behind it speaks of it.
  if (!/^[ \t]*(?:#.*)?(?:\r\n|\r|\n)?$/.test(text.slice(span.end, end))) return undefined;
  return { start, end };
}

/** Behind the line's end, unless the offset is the beginning of a line already. */
export function endOfLine(text: string, offset: number): number {
  if (offset > 0 && isLineStart(text, offset)) return offset;
  const lineEnd = /\r\n|\r|\n|$/g;
  lineEnd.lastIndex = offset;
  const match = lineEnd.exec(text);
  return match ? match.index + match[0].length : text.length;
}

/** The blanks that put something at the column of the offset. */
export function indentationAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !isLineStart(text, start)) start--;
  return ' '.repeat(offset - start);
}

/** New lines at the end of a line, each with the indentation. */
export function insertLines(text: string, at: number, indentation: string, lines: readonly string[]): string {
  const lineEnd = lineEndAt(text, Math.max(at - 1, 0));
  const all = lines.map((line) => indentation + line).join(lineEnd);
  return at > 0 && !isLineStart(text, at) ? lineEnd + all : all + lineEnd;
}

export function commentLines(comment: string | undefined): string[] {
  return comment ? comment.split(/\r\n|\r|\n/).map((line) => `# ${line}`.trimEnd()) : [];
}

/** Behind the lines that have nothing but enough blanks, where the next of something's own lines will be typed. */
export function endOfBlankLines(text: string, offset: number, indentation: number): number {
  const blankLine = /([ \t]*)(?:\r\n|\r|\n|$)/y;
  let end = offset;
  for (let at = endOfLine(text, offset); at < text.length; at = blankLine.lastIndex) {
    blankLine.lastIndex = at;
    const [, blanks] = blankLine.exec(text) ?? [];
    if (blanks === undefined) break;
    if (blanks.length >= indentation) end = blankLine.lastIndex;
  }
  return end;
}
