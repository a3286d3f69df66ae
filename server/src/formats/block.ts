import type { TextEdit } from '../model/edit';
import type { Span } from '../model/span';

/** Lines of a text that hold another text, each behind the same indentation: a block scalar of YAML, a here-document. */
export interface Block {
  /** From the beginning of the first line to behind the end of the last. */
  readonly span: Span;
  /** How many blanks each line begins with; a blank line may have fewer. */
  readonly indentation: number;
}

/** A line of the block: where it begins in both texts, and how many of its characters are indentation. */
interface Line {
  readonly outer: number;
  readonly inner: number;
  readonly indented: number;
}

/** The text that the block holds. Line ends stay as they are. */
export function innerText(text: string, block: Block): string {
  const ends = linesOf(text, block);
  return ends
    .map(({ outer, indented }, index) => text.slice(outer + indented, ends[index + 1]?.outer ?? block.span.end))
    .join('');
}

/** Gives the place in the outer text of a stretch of the inner one. */
export function toOuterSpan(text: string, block: Block): (span: Span) => Span {
  const lines = linesOf(text, block);
  // A stretch that ends with a line does not take the next one's indentation along.
  return ({ start, end }) => {
    const from = offsetIn(lines, start, block);
    return { start: from, end: end === start ? from : offsetIn(lines, end - 1, block) + 1 };
  };
}

/** The same change in the outer text. */
export function toOuterEdit(text: string, block: Block, { span, newText }: TextEdit): TextEdit {
  const lines = linesOf(text, block);
  const indentation = ' '.repeat(block.indentation);
  const first = lineAt(lines, span.start);
  const isPast = isPastEnd(text, block, lines, span.end);
  const startsPast = isPastEnd(text, block, lines, span.start);
  const isLineStart = startsPast || first?.inner === span.start;
  const endsLine = isPast || lineAt(lines, span.end)?.inner === span.end;
  if (isLineStart && endsLine && /^$|[\r\n]$/.test(newText)) {
    // Whole lines come and go with their indentation.
    const startOf = (inner: number): number => lines.find((line) => line.inner === inner)?.outer ?? block.span.end;
    const end = isPast ? block.span.end : startOf(span.end);
    return { span: { start: startOf(span.start), end }, newText: newText.replace(/^(?=[^\r\n])/gm, indentation) };
  }
  const start = offsetIn(lines, span.start, block);
  // A blank line may have less indentation than what comes to stand on it.
  const missing = isLineStart ? indentation.slice(startsPast ? 0 : first?.indented) : '';
  const behind = isPast ? /(\r\n|\r|\n)(?=[^\r\n])/g : /(\r\n|\r|\n)/g;
  const end = isPast ? block.span.end : offsetIn(lines, span.end, block);
  return { span: { start, end }, newText: missing + newText.replace(behind, `$1${indentation}`) };
}

/** True for the end of an inner text whose last line has an end, which is the beginning of a line of the outer text. */
function isPastEnd(text: string, block: Block, lines: readonly Line[], inner: number): boolean {
  const last = lines.at(-1);
  const length = last ? last.inner + (block.span.end - last.outer - last.indented) : 0;
  return inner === length && (length === 0 || /[\r\n]/.test(text.charAt(block.span.end - 1)));
}

function linesOf(text: string, { span, indentation }: Block): Line[] {
  const lines: Line[] = [];
  let inner = 0;
  for (let outer = span.start; outer < span.end; ) {
    const end = endOfLine(text, outer, span.end);
    let indented = 0;
    while (indented < indentation && text.charAt(outer + indented) === ' ' && outer + indented < end) indented++;
    lines.push({ outer, inner, indented });
    inner += end - outer - indented;
    outer = end;
  }
  return lines;
}

/** Behind the line end. */
function endOfLine(text: string, from: number, limit: number): number {
  const lineEnd = /\r\n|\r|\n/g;
  lineEnd.lastIndex = from;
  const found = lineEnd.exec(text);
  return found ? Math.min(found.index + found[0].length, limit) : limit;
}

function offsetIn(lines: readonly Line[], inner: number, { span }: Block): number {
  const line = lineAt(lines, inner);
  return line ? line.outer + line.indented + inner - line.inner : span.end;
}

/** The last line that begins at or before the offset; a blank line of nothing begins where the next one does. */
function lineAt(lines: readonly Line[], inner: number): Line | undefined {
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.inner ?? 0) <= inner) low = middle;
    else high = middle;
  }
  return lines[low];
}
