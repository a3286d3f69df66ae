import { hasPlaceholder } from '../../catalogue/placeholders';
import type { Comment, Directive, SyntaxProblem } from '../../model/document';
import type { Entry, Value } from '../../model/entry';
import type { Span } from '../../model/span';
import type { MutableEntry } from '../../recognition/parts';
import { hasTemplateBlocks } from '../../recognition/placeholders';
import { directivesOf } from '../directives';
import { linkLast } from '../overridden';
import { decode } from './decode';
import { type RawEntry, scan, startOfText } from './scan';

/** What the text says, before anybody asks whether it is Kafka's. */
export interface Syntax {
  /** Their keys still have every prefix: `key` equals `writtenKey`. */
  readonly entries: readonly MutableEntry[];
  readonly comments: readonly Comment[];
  readonly directives: readonly Directive[];
  readonly problems: readonly SyntaxProblem[];
  /** The text is a template, so that absence and repetition tell nothing. */
  readonly templated: boolean;
}

/** Reads a text as java.util.Properties does, and total where that throws. */
export function parseProperties(text: string): Syntax {
  const raw = scan(text);
  const problems: SyntaxProblem[] = [];
  const entries = raw.entries.map((entry) => entryOf(text, entry, problems));
  const comments = raw.comments.map((span) => commentOf(text, span));
  const templated = hasTemplateBlocks(text);
  if (!templated) linkLast(entries);
  const first = entries[0];
  if (first && startOfText(text) === 1 && first.span.start === 1) problems.unshift(BYTE_ORDER_MARK_PROBLEM);
  return { entries, comments, directives: directivesOf(text, comments, linesAfterIn(entries)), problems, templated };
}

const BYTE_ORDER_MARK_PROBLEM: SyntaxProblem = {
  code: 'byte-order-mark',
  message:
    'The file begins with a byte order mark, which Kafka reads as part of the first key, so that this line has no effect.',
  span: { start: 0, end: 1 },
};

function entryOf(text: string, raw: RawEntry, problems: SyntaxProblem[]): MutableEntry {
  const malformed: Span[] = [];
  const read = (start: number, end: number): string =>
    raw.escaped ? decode(text, start, end, malformed) : text.slice(start, end);
  const key = read(raw.keyStart, raw.keyEnd);
  const value = read(raw.valueStart, raw.valueEnd);
  for (const span of malformed) problems.push(malformedEscape(text, span));
  return {
    key,
    writtenKey: key,
    keySpan: { start: raw.keyStart, end: raw.keyEnd },
    value: toValue(raw, value, malformed.length > 0),
    span: { start: raw.keyStart, end: raw.valueEnd },
  };
}

function toValue(raw: RawEntry, text: string, isMalformed: boolean): Value {
  const span = { start: raw.valueStart, end: raw.valueEnd };
  if (!raw.hasSeparator) return { kind: 'absent', text: '', span };
  return { kind: isMalformed || hasPlaceholder(text) ? 'dynamic' : 'literal', text, span };
}

function malformedEscape(text: string, span: Span): SyntaxProblem {
  const written = text.slice(span.start, span.end);
  return {
    code: 'malformed-unicode-escape',
    message: `\`${written}\` is not a Unicode escape: \`\\u\` needs four hexadecimal digits, and Kafka cannot load the file. Write \`\\\\\` for a backslash.`,
    span,
  };
}

function commentOf(text: string, span: Span): Comment {
  let start = span.start;
  while (start < span.end && MARKERS_AND_BLANKS.has(text.charCodeAt(start))) start++;
  return { span, text: text.slice(start, span.end).trimEnd() };
}

const MARKERS_AND_BLANKS: ReadonlySet<number> = new Set(Array.from('#! \t\f', (character) => character.charCodeAt(0)));

function linesAfterIn(entries: readonly Entry[]): (offset: number) => Span | undefined {
  return (offset) => entries[firstIndexFrom(entries, offset)]?.span;
}

/** The index of the first entry that begins at or behind the offset. */
function firstIndexFrom(entries: readonly Entry[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
