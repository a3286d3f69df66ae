import type { ConfigDocument } from '../model/document';
import type { Finding } from '../model/finding';
import type { Span } from '../model/span';
import { isSecretKey } from './secretKey';
import { secretSpans } from './secretSpans';
import { secretsInText } from './secretsInText';

/** Stands for a secret of any length. */
export const MASK = '•••';

/** The value of a key as it may be shown; undefined stays undefined. */
export function maskedValue<T extends string | undefined>(key: string, value: T): T | string {
  if (value === undefined || value.trim() === '') return value;
  return isSecretKey(key) ? MASK : maskedSpans(value, secretsInText(value, 'text'));
}

/** The text with each of the spans, which are sorted and apart, masked. */
export function maskedSpans(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += text.slice(at, start) + MASK;
    at = end;
  }
  return result + text.slice(at);
}

/** A part of a text with the spans of the whole text masked in it. */
export function maskedPart(text: string, from: number, to: number, spans: readonly Span[]): string {
  const inside = spans
    .filter(({ start, end }) => start < to && end > from)
    .map(({ start, end }) => ({ start: Math.max(start, from) - from, end: Math.min(end, to) - from }));
  return maskedSpans(text.slice(from, to), inside);
}

/**
 * The findings without the document's secrets in their words: a message may quote the value that it is about, and the
 * title of a fix the value that it writes. What the fixes write stays as it is.
 */
export function withoutSecrets(document: ConfigDocument, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0) return findings;
  const mask = wordsMask(document, findings);
  if (!mask) return findings;
  return findings.map((finding) => ({
    ...finding,
    message: mask(finding.message),
    fixes: finding.fixes.map((fix) => ({ ...fix, title: mask(fix.title) })),
    ...(finding.related && {
      related: finding.related.map((place) => ({ ...place, message: mask(place.message) })),
    }),
  }));
}

/** Masks the secrets of a document in sentences about it; undefined when it has none. */
function wordsMask(document: ConfigDocument, findings: readonly Finding[]): ((words: string) => string) | undefined {
  const secrets = new Set<string>();
  for (const { start, end } of secretSpans(document)) {
    const raw = document.text.slice(start, end);
    if (LOGIN_MODULE.test(raw)) continue;
    for (const text of [raw, unquoted(raw)]) secrets.add(text.trim());
  }
  for (const { key, value } of document.entries) {
    if (value.kind !== 'literal' || !isSecretKey(key)) continue;
    if (!LOGIN_MODULE.test(value.text)) secrets.add(value.text.trim());
    for (const { start, end } of secretsInText(value.text, 'text')) secrets.add(unquoted(value.text.slice(start, end)));
  }
  secrets.delete('');
  if (secrets.size === 0) return undefined;
  const quotedIn = secretsQuotedIn(secrets);
  if (quotedIn(findings.flatMap(wordsOf).join('\n')).length === 0) return undefined;
  return (words) => quotedIn(words).reduce(withoutSecret, words);
}

/** With more of them it is faster to look at each place of the words than for each secret in them. */
const FEW = 50;

/** Finds the secrets that words may quote, the longest first, in a time that does not grow with the product of both. */
function secretsQuotedIn(secrets: ReadonlySet<string>): (words: string) => string[] {
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  if (secrets.size <= FEW) return (words) => longestFirst.filter((one) => words.includes(one.slice(0, TELLING)));
  const byHead = new Map<string, string[]>();
  for (const secret of longestFirst) {
    const head = secret.slice(0, TELLING);
    const same = byHead.get(head);
    if (same) same.push(secret);
    else byHead.set(head, [secret]);
  }
  const lengths = [...new Set([...byHead.keys()].map(({ length }) => length))];
  return (words) => {
    const heads = new Set<string>();
    for (let at = 0; at < words.length; at++) {
      for (const length of lengths) {
        const head = words.slice(at, at + length);
        if (byHead.has(head)) heads.add(head);
      }
    }
    return [...heads].flatMap((head) => byHead.get(head) ?? []).sort((a, b) => b.length - a.length);
  };
}

function wordsOf({ message, fixes, related = [] }: Finding): string[] {
  return [message, ...fixes.map(({ title }) => title), ...related.map((place) => place.message)];
}

/** The class and the user's name beside a password are no secrets, and messages name them. */
const LOGIN_MODULE = /LoginModule/;

function unquoted(text: string): string {
  return text.replace(/^(["'`])([\s\S]*)\1$/, '$2');
}

/** As much of a secret tells it; the words may have cut it. */
const TELLING = 8;
/** Words of a language, as passwords of examples are: they are masked where a value stands, not in every sentence. */
const PLAIN_WORD = /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+|\d{1,5}|.{1,4})$/;

function withoutSecret(words: string, secret: string): string {
  const head = secret.slice(0, TELLING);
  if (!words.includes(head)) return words;
  const isPlain = PLAIN_WORD.test(secret);
  let result = '';
  let from = 0;
  for (let at = words.indexOf(head); at !== -1; at = words.indexOf(head, at + 1)) {
    if (at < from) continue;
    const end = at + sharedLength(words.slice(at), secret);
    if (isPlain && !(end - at === secret.length && isPlaceOfValue(words.slice(0, at), words.slice(end)))) continue;
    result += words.slice(from, at) + MASK;
    from = end;
  }
  return result + words.slice(from);
}

function isPlaceOfValue(before: string, after: string): boolean {
  return /(?:["'`=:“]|\b(?:to|is|by|of|value|and|or) )$/.test(before) && !/^[\w.]*\w/.test(after);
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}
