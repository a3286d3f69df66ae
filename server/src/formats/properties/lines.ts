import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import { afterLineEnd, isBlank, isLineEnd, skipBlanks } from './characters';
import { endOfLine, endOfLogicalLine, startOfText } from './scan';

/** Where an entry's line begins, and where it ends with its line end and all its continuations. */
export interface Lines {
  readonly start: number;
  readonly indentation: string;
  /** Behind the line end. */
  readonly end: number;
  /** Empty when the text ends first. */
  readonly lineEnd: string;
}

export function linesOf(text: string, entry: Entry): Lines {
  const start = startOfLine(text, entry.span.start);
  const stop = endOfLogicalLine(text, entry.span.end);
  const end = stop < text.length ? afterLineEnd(text, stop) : stop;
  return { start, indentation: text.slice(start, entry.span.start), end, lineEnd: text.slice(stop, end) };
}

/**
 * Where the lines begin that go with an entry: a line before it that holds a lone backslash would otherwise
 * join with whatever comes up behind it.
 */
export function startOfLoneBackslashes(text: string, start: number): number {
  let first = start;
  for (;;) {
    const before = startOfPreviousLine(text, first);
    if (before === undefined || !isLoneBackslash(text, before)) return first;
    first = before;
  }
}

/** The line end in use: the entry's own, else the document's first, else a line feed. */
export function lineEndOf(document: ConfigDocument, lines?: Lines): string {
  if (lines?.lineEnd) return lines.lineEnd;
  // Behind a continuation that the text's end cuts short, a line feed would make one line end out of two.
  if (document.text.endsWith('\r')) return '\r';
  const at = endOfLine(document.text, 0);
  return at < document.text.length ? document.text.slice(at, afterLineEnd(document.text, at)) : '\n';
}

function startOfLine(text: string, offset: number): number {
  const floor = startOfText(text);
  let at = offset;
  while (at > floor && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

function startOfPreviousLine(text: string, start: number): number | undefined {
  const floor = startOfText(text);
  if (start <= floor) return undefined;
  let at = start - 1;
  if (text.charCodeAt(at) === 10 && text.charCodeAt(at - 1) === 13) at--;
  while (at > floor && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

function isLoneBackslash(text: string, start: number): boolean {
  const at = skipBlanks(text, start);
  return text.charAt(at) === '\\' && isLineEnd(text.charCodeAt(at + 1));
}
