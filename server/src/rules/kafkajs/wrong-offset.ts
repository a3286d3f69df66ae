import type { Reader } from '../../catalogue/reader';
import type { Fix, Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { type Span, sliceSpan } from '../../model/span';
import type { RuleContext, ScopeRule } from '../rule';
import { callsOf, runsOf } from './support/handlers';
import { replaceFix } from './support/texts';

export const rule: ScopeRule = {
  id: 'kafkajs/wrong-offset',
  summary: 'An offset is committed that is not the one after the last record',
  severity: 'error',
  roles: ['consumer', 'producer'],
  clients: ['kafkajs', 'confluent'],
  sources: [
    'kafkajs 2.2.4 types/index.d.ts (KafkaMessage.offset: string)',
    'kafkajs 2.2.4 src/consumer/offsetManager/index.js (resolveOffset adds 1, commitOffsets does not)',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    for (const { method, span } of offsetsIn(scope)) {
      yield* joined(text, span);
      if (COMMITTING.has(method)) yield* lastRecord(text, span);
    }
  },
};

const COMMITTING: ReadonlySet<string> = new Set(['commitOffsets', 'sendOffsets']);
const TAKING_OFFSETS: ReadonlySet<string> = new Set([...COMMITTING, 'seek', 'storeOffsets']);

/** The calls that are given offsets: of the consumer, and of what its handlers get. */
function offsetsIn(scope: Scope): readonly { readonly method: string; readonly span: Span }[] {
  const own = scope.calls.filter(({ method }) => TAKING_OFFSETS.has(method));
  const given = runsOf(scope).flatMap(({ handler }) => callsOf(handler, 'resolveOffset', 'commitOffsetsIfNecessary'));
  return [...own, ...given.map(({ name, span }) => ({ method: name, span }))];
}

const OFFSET = String.raw`[A-Za-z_$][\w$]*(?:\s*(?:\?\.|\.|!\.)\s*[A-Za-z_$][\w$]*)*?(?:\?\.|!\.|\.)offset`;
const JOINED = new RegExp(String.raw`(?<![\w$.])(${OFFSET})\s*\+\s*1n?(?![\w.])`, 'g');
const AS_IT_IS = new RegExp(String.raw`\boffset\s*:\s*(${OFFSET})(?=\s*[,}\n])`, 'g');

function* joined(text: string, span: Span): Iterable<Report> {
  for (const [whole, offset = '', at] of matchesIn(text, span, JOINED)) {
    // A plus in front makes a number of the text.
    if (/[\w$.+-]$/.test(text.slice(span.start, at).trimEnd().slice(-1))) continue;
    const message = `Offsets are texts here, and a text + 1 puts a 1 behind it: after the record at offset 5 this says 51, so that records are skipped or an offset is committed that does not exist.`;
    const where = { start: at, end: at + whole.length };
    yield { span: where, message, fixes: [nextOf('Add 1 to the offset as a number', where, offset, true)] };
  }
}

function* lastRecord(text: string, span: Span): Iterable<Report> {
  for (const [whole, offset = '', at] of matchesIn(text, span, AS_IT_IS)) {
    const where = { start: at + whole.length - offset.length, end: at + whole.length };
    const message =
      'The offset to commit is that of the next record. With the offset of the last one, the group handles that record again at every start, and its lag never falls below 1.';
    yield {
      span: where,
      message,
      severity: 'warning',
      fixes: [nextOf('Commit the offset of the next record', where, offset, false)],
    };
  }
}

/** What a pattern finds in a piece of the text: the whole, its group, and where it stands in the text. */
function matchesIn(text: string, span: Span, pattern: RegExp): (readonly [string, string | undefined, number])[] {
  return Array.from(sliceSpan(text, span).matchAll(pattern), (match) => [match[0], match[1], span.start + match.index]);
}

function nextOf(title: string, span: Span, offset: string, safe: boolean): Fix {
  return replaceFix(title, span, `String(Number(${offset}) + 1)`, safe);
}
