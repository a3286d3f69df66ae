import type { Entry } from '../../model/entry';
import type { Span } from '../../model/span';
import { isInText } from './source';

/** What goes with an entry: its statement's line, its step of a chain, or key and value with one comma. */
export function removalOf(text: string, entry: Entry): Span {
  const { start, end } = isInText(text, entry) ? { start: entry.span.start - 1, end: entry.span.end + 1 } : entry.span;
  const statement = /^[ \t]*;/.exec(text.slice(end))?.[0];
  const dot = startBefore(text, start, '.');
  if (dot !== undefined && /^[a-z]\w*\s*\(/.test(text.slice(start, end))) return { start: dot, end };
  if (statement !== undefined) return statementAt(text, start, end + statement.length);
  const behind = /^\s*,[ \t]*/.exec(text.slice(end))?.[0];
  if (behind !== undefined) return withLine(text, start, end + behind.length);
  return { start: startBefore(text, start, ',') ?? start, end };
}

/** Where a sign that stands right before an offset begins, with the blanks around it. */
function startBefore(text: string, offset: number, sign: string): number | undefined {
  const kept = text.slice(0, offset).trimEnd();
  return kept.endsWith(sign) ? kept.slice(0, -1).trimEnd().length : undefined;
}

/** A statement with its line and the remark behind it, where nothing else is on it. */
function statementAt(text: string, start: number, end: number): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isAlone = text.slice(lineStart, start).trim() === '';
  const rest = /^[ \t]*(?:\/\/[^\n]*)?(?:\r?\n|$)/.exec(text.slice(end));
  return isAlone && rest ? { start: lineStart, end: end + rest[0].length } : { start, end };
}

function withLine(text: string, start: number, end: number): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isAlone = text.slice(lineStart, start).trim() === '';
  const rest = /^[ \t]*(?:\/\/[^\n]*)?\r?\n/.exec(text.slice(end));
  return isAlone && rest ? { start: lineStart, end: end + rest[0].length } : { start, end };
}
