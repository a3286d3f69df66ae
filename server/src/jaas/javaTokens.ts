import { tableOf } from '../model/tableOf';

/**
 * A token of java.io.StreamTokenizer as Kafka sets it up for `sasl.jaas.config`. `text` is there for words and quoted
 * strings alone: a number is none, which is why Kafka refuses an unquoted password that starts with a digit.
 */
export interface JavaToken {
  readonly mark: 'word' | 'number' | 'quoted' | string;
  readonly text?: string;
}

const ESCAPES: Readonly<Record<string, string>> = tableOf({
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
});

/** All tokens of the text; never throws. */
export function javaTokens(text: string): readonly JavaToken[] {
  const tokens: JavaToken[] = [];
  let at = 0;
  while (at < text.length) {
    const { token, next } = readToken(text, at);
    if (token) tokens.push(token);
    at = next;
  }
  return tokens;
}

interface Read {
  readonly token?: JavaToken;
  readonly next: number;
}

function readToken(text: string, at: number): Read {
  const char = text.charAt(at);
  if (char <= ' ') return { next: at + 1 };
  if (/[\d.-]/.test(char)) return readNumber(text, at);
  if (isAlpha(char)) {
    let end = at + 1;
    while (end < text.length && isWordPart(text.charAt(end))) end++;
    return { token: { mark: 'word', text: text.slice(at, end) }, next: end };
  }
  if (char === '"' || char === "'") return readQuoted(text, at);
  if (char === '/') return { next: endOfComment(text, at) };
  return { token: { mark: char }, next: at + 1 };
}

/** A minus that no digit follows is a character by itself, and so never begins a word. */
function readNumber(text: string, at: number): Read {
  let end = at;
  if (text.charAt(at) === '-') {
    if (!/[\d.]/.test(text.charAt(at + 1))) return { token: { mark: '-' }, next: at + 1 };
    end++;
  }
  let hasDot = false;
  for (; end < text.length; end++) {
    const char = text.charAt(end);
    if (char === '.' && !hasDot) hasDot = true;
    else if (!/\d/.test(char)) break;
  }
  return { token: { mark: 'number' }, next: end };
}

/** A string ends with its quote or, unlike in most languages, with the line. */
function readQuoted(text: string, at: number): Read {
  const quote = text.charAt(at);
  let value = '';
  let end = at + 1;
  while (end < text.length && !/[\n\r]/.test(text.charAt(end)) && text.charAt(end) !== quote) {
    if (text.charAt(end) !== '\\') {
      value += text.charAt(end++);
      continue;
    }
    const octal = /^(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(text.slice(end + 1, end + 4))?.[0];
    const escaped = octal ?? text.charAt(end + 1);
    value += octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (ESCAPES[escaped] ?? escaped);
    end += 1 + Math.max(escaped.length, 1);
  }
  return { token: { mark: 'quoted', text: value }, next: text.charAt(end) === quote ? end + 1 : end };
}

/** Even a single slash begins a comment, so that a path or a URL must be quoted. */
function endOfComment(text: string, at: number): number {
  if (text.charAt(at + 1) === '*') {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  const length = text.slice(at).search(/[\n\r]/);
  return length < 0 ? text.length : at + length;
}

function isAlpha(char: string): boolean {
  return /[a-zA-Z_$]/.test(char) || char >= '\u00a0';
}

function isWordPart(char: string): boolean {
  return isAlpha(char) || /[\d.-]/.test(char);
}
