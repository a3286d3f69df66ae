import type { Span } from '../model/span';
import { isSecretKey } from './secretKey';

/** In code a value without quotes is a name, and no secret. */
export type Notation = 'code' | 'text';

/** A cheap look that almost every text without a secret passes. */
const MAYBE = /pas|psw|pwd|sec|scr|ja|tok|tken|cred|key|user|priv/i;

/** A word that may be a key, with its sign: `password: `, `ssl.key.password=`, `user_app = `. */
const KEY_AND_SIGN = /(?<![\w.])([A-Za-z_][\w.-]{2,120}?)["']?\]?[ \t]*(?:=>?|:)[ \t]*/g;
const QUOTED = `"(?:[^"\\\\\\r\\n]|\\\\.)*"?|'(?:[^'\\\\\\r\\n]|\\\\.)*'?`;
const VALUE = new RegExp(`${QUOTED}|[^\\s"',;(){}[\\]&]+`, 'y');
/** The next literal of the expression; what is in brackets names where to look, as `env['PASSWORD']` does. */
const LITERAL = new RegExp(`([^"'\`,;{}\\r\\n]{0,200}?)(?<!\\[)(${QUOTED}|\`(?:[^\`\\\\]|\\\\.)*\`?|\\b\\d+\\b)`, 'y');
/** Whatever follows a key at the head of a line, behind signs of a comment, is its value to the end. */
const AT_HEAD = /(?:^|[\r\n])[ \t#!/*-]{0,20}$/;
const REST_OF_LINE = /[^\r\n]*/y;
/** `http://user:password@host`, and the same without a scheme where somebody took it for a list of hosts. */
const USER_INFO = /(?<![^\s/,="'`])[^\s/:@,"'`=]{0,200}:([^\s@/"'`,]{1,200})@(?=[\w.[-])/g;
const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----([^-]*)/g;

/** What looks like a secret in any text, also where nobody could tell its keys: comments, code, other formats. */
export function secretsInText(text: string, notation: Notation): Span[] {
  const named = MAYBE.test(text) ? assignedIn(text, notation) : [];
  const inAddresses = text.includes('@') ? captured(text, USER_INFO) : [];
  const keys = text.includes('PRIVATE KEY') ? captured(text, PRIVATE_KEY) : [];
  return [...named, ...inAddresses, ...keys];
}

function assignedIn(text: string, notation: Notation): Span[] {
  return Array.from(text.matchAll(KEY_AND_SIGN)).flatMap((match) => {
    if (!isSecretKey(match[1] ?? '')) return [];
    const start = match.index + match[0].length;
    return notation === 'code' ? literalsAt(text, start) : valueAt(text, match.index, start);
  });
}

function literalsAt(text: string, start: number): Span[] {
  const spans: Span[] = [];
  for (LITERAL.lastIndex = start; ; ) {
    const [, before = '', literal = ''] = LITERAL.exec(text) ?? [];
    if (literal === '') return spans;
    const from = (spans.at(-1)?.end ?? start) + before.length;
    spans.push({ start: from, end: from + literal.length });
  }
}

function valueAt(text: string, keyStart: number, start: number): Span[] {
  const isAtHead = AT_HEAD.test(text.slice(Math.max(0, keyStart - 21), keyStart));
  const pattern = isAtHead ? REST_OF_LINE : VALUE;
  pattern.lastIndex = start;
  const value = pattern.exec(text)?.[0].trimEnd() ?? '';
  return value === '' || /^\$[{(]/.test(value) ? [] : [{ start, end: start + value.length }];
}

function captured(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const secret = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(secret);
    return { start, end: start + secret.length };
  });
}
