import type { Comment } from '../../model/document';
import type { Span } from '../../model/span';
import type { MutableEntry } from '../../recognition/parts';
import { commentOf } from '../assignments/comments';
import { physicalLine } from '../assignments/logicalLine';
import { type LineWriter, lineSite } from '../sites/lineSite';
import { withSite } from '../sites/site';

/** A line of a text without the blanks around it. */
export interface TextLine {
  readonly text: string;
  readonly start: number;
}

export interface Lines {
  readonly lines: readonly TextLine[];
  readonly comments: readonly Comment[];
}

/** The lines that say something, and those that are comments. */
export function linesOf(text: string, isComment: RegExp): Lines {
  const lines: TextLine[] = [];
  const comments: Comment[] = [];
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; ) {
    const { text: written, end, next } = physicalLine(text, at);
    const start = at + written.length - written.trimStart().length;
    const trimmed = written.trim();
    if (isComment.test(trimmed)) comments.push(commentOf(start, trimmed));
    else if (trimmed !== '') lines.push({ text: trimmed, start });
    at = Math.max(next, end + 1);
  }
  return { lines, comments };
}

/** What a line says: its name and its value, by their places in it. */
export interface Said {
  readonly key: string;
  readonly name: Span;
  readonly value: Span;
}

export function entryOfLine({ text, start }: TextLine, { key, name, value }: Said, write: LineWriter): MutableEntry {
  const at = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
  const [keySpan, valueSpan] = [at(name), at(value)];
  const span = { start, end: Math.max(keySpan.end, valueSpan.end) };
  const written = text.slice(value.start, value.end);
  const isDynamic = /[$%]\{|\{\{|\{%|\$\w/.test(written);
  const entry: MutableEntry = {
    key,
    writtenKey: text.slice(name.start, name.end),
    keySpan,
    value: { kind: isDynamic ? 'dynamic' : 'literal', text: written, span: valueSpan },
    span,
  };
  return withSite(entry, lineSite({ span, keySpan, valueSpan }, write));
}
