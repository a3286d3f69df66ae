import type { Comment } from '../../model/document';
import type { Span } from '../../model/span';
import { commentOf } from '../assignments/comments';

/** `NAME=value` of an environment file, as offsets. */
export interface Assignment {
  readonly name: string;
  /** With `export`, without the line's blanks and end. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** With its quotes. */
  readonly valueSpan: Span;
  /** Quotes and their escapes resolved, variables not. */
  readonly text: string;
  readonly quote: '"' | "'" | '';
}

export interface EnvFile {
  readonly assignments: readonly Assignment[];
  readonly comments: readonly Comment[];
}

/** A name, and the sign behind it; the blanks may be those that the reader of compose takes for blanks. */
const STATEMENT = /(export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*([=:])[ \t]*/y;
const LINE = /[^\r\n]*/y;

/** Reads a file as Docker Compose does; what Compose refuses is left out. */
export function readEnv(text: string): EnvFile {
  const assignments: Assignment[] = [];
  const comments: Comment[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const end = endOfLine(text, at);
    const found = text.charAt(at) === '#' ? undefined : assignmentAt(text, at, end);
    if (text.charAt(at) === '#') comments.push(commentOf(at, text.slice(at, end)));
    if (found) assignments.push(found);
    // Behind a closing quote the next statement begins.
    at = found && found.quote !== '' ? found.span.end : end;
  }
  return { assignments, comments };
}

function assignmentAt(text: string, start: number, lineEnd: number): Assignment | undefined {
  STATEMENT.lastIndex = start;
  const [all = '', exported = '', name] = STATEMENT.exec(text) ?? [];
  if (name === undefined) return undefined;
  const nameStart = start + exported.length;
  const valueStart = start + all.length;
  const nameSpan = { start: nameStart, end: nameStart + name.length };
  const value = valueAt(text, valueStart, lineEnd);
  return value && { name, nameSpan, ...value, span: { start, end: value.valueSpan.end } };
}

type Written = Pick<Assignment, 'valueSpan' | 'text' | 'quote'>;

function valueAt(text: string, start: number, lineEnd: number): Written | undefined {
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'") return quotedAt(text, start, quote);
  const line = text.slice(start, Math.max(start, lineEnd));
  const comment = line.indexOf(' #');
  const value = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
  return { valueSpan: { start, end: start + value.length }, text: value, quote: '' };
}

/** Up to the next such quote that no backslash is before, on whatever line. */
function quotedAt(text: string, start: number, quote: '"' | "'"): Written | undefined {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === quote) {
      const resolved = quote === '"' ? withoutEscapes(value) : value;
      return { valueSpan: { start, end: at + 1 }, text: resolved, quote };
    }
    if (char === '\\' && at + 1 < text.length) {
      at++;
      value += text.charAt(at) === quote ? quote : char + text.charAt(at);
    } else value += char;
  }
  return undefined;
}

const ESCAPES = /\\(?:[abcfnrtv$"\\]|0[0-7]{3})/g;
const LETTERS = new Map([
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ['"', '"'],
  // The reader of variables takes two signs for one.
  ['$', '$$'],
]);

function withoutEscapes(value: string): string {
  return value.replace(ESCAPES, (found) => {
    const letter = LETTERS.get(found.charAt(1));
    if (letter !== undefined) return letter;
    const code = Number.parseInt(found.slice(2), 8);
    return found.length === 5 && code < 256 ? String.fromCharCode(code) : found;
  });
}

function endOfLine(text: string, at: number): number {
  LINE.lastIndex = at;
  LINE.exec(text);
  return LINE.lastIndex;
}
