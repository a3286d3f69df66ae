import type { Span } from '../../model/span';
import { tableOf } from '../../model/tableOf';
import { afterContinuation, BACKSLASH, isContinuation } from './characters';

/** A stretch of source and the characters it stands for. */
export interface Piece {
  /** As many units as the source has, or one for an escape, or none for a continuation. */
  readonly text: string;
  readonly source: Span;
  /** Set for a `\u` without four hexadecimal digits, on which java.util.Properties throws. */
  readonly malformed?: true;
}

const LETTERS: Readonly<Record<string, string>> = tableOf({ t: '\t', r: '\r', n: '\n', f: '\f' });

/**
 * The text that the source between `start` and `end` stands for. A malformed escape stands for itself, and its
 * place is added to `malformed`.
 */
export function decode(text: string, start: number, end: number, malformed: Span[]): string {
  let result = '';
  let at = start;
  for (let found = nextEscape(text, at, end); found; found = nextEscape(text, at, end)) {
    result += text.slice(at, found.source.start) + found.text;
    if (found.malformed) malformed.push(found.source);
    at = found.source.end;
  }
  return result + text.slice(at, end);
}

/** Takes a key or a value apart into runs that stand for themselves, escapes and continuations. */
export function* piecesOf(text: string, start: number, end: number): Generator<Piece> {
  let at = start;
  for (let found = nextEscape(text, at, end); found; found = nextEscape(text, at, end)) {
    const { source } = found;
    if (source.start > at) yield { text: text.slice(at, source.start), source: { start: at, end: source.start } };
    yield found;
    at = source.end;
  }
  if (at < end) yield { text: text.slice(at, end), source: { start: at, end } };
}

function nextEscape(text: string, from: number, end: number): Piece | undefined {
  const at = from < end ? text.indexOf('\\', from) : -1;
  return at === -1 || at >= end ? undefined : escapeAt(text, at, end);
}

function escapeAt(text: string, start: number, end: number): Piece {
  if (isContinuation(text, start)) {
    return { text: '', source: { start, end: Math.min(afterContinuation(text, start), end) } };
  }
  const letter = text.charAt(start + 1);
  if (letter === 'u') return unicodeAt(text, start, end);
  return { text: LETTERS[letter] ?? letter, source: { start, end: start + 2 } };
}

/** A continuation may stand between the digits, since java.util.Properties joins lines first. */
function unicodeAt(text: string, start: number, end: number): Piece {
  let at = start + 2;
  let digits = '';
  while (digits.length < 4) {
    while (at < end && text.charCodeAt(at) === BACKSLASH && isContinuation(text, at)) at = afterContinuation(text, at);
    if (at >= end || !/[\da-f]/i.test(text.charAt(at))) {
      const source = { start, end: Math.min(at, end) };
      return { text: text.slice(source.start, source.end), source, malformed: true };
    }
    digits += text.charAt(at++);
  }
  return { text: String.fromCharCode(Number.parseInt(digits, 16)), source: { start, end: at } };
}
