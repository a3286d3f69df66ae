import type { Reader } from '../../catalogue/reader';
import type { MessageElement } from '../../model/call';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { sliceSpan } from '../../model/span';
import type { RuleContext, ScopeRule } from '../rule';
import { sendsOf } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/message-shape',
  summary: 'A message of send() has no value that KafkaJS can send',
  severity: 'error',
  roles: ['producer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/producer/messageProducer.js ("Invalid message without value")',
    'kafkajs 2.2.4 src/protocol/recordBatch/record/v0/index.js (value as bytes)',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    for (const { messages } of sendsOf(scope)) {
      for (const element of messages?.elements ?? []) yield* judge(element, text);
    }
  },
};

function* judge(element: MessageElement, text: string): Iterable<Report> {
  const { span, form } = element;
  const source = sliceSpan(text, span);
  if (form === 'object') yield* judgeObject(element);
  else if (form === 'string') {
    const message = `A text is no message: KafkaJS throws "Invalid message without value". A message is an object with a value.`;
    yield { span, message, fixes: [wrap(span, `{ value: ${source} }`)] };
  } else if (form === 'number') {
    const message = `A number is no message: KafkaJS throws "Invalid message without value". A message is an object with a value, which is a text or a Buffer.`;
    yield { span, message, fixes: [wrap(span, `{ value: String(${source}) }`)] };
  } else if (form === 'name' && !MESSAGE_NAME.test(source) && !isTypedMessage(source, text)) {
    const message = `KafkaJS sends \`${source}.value\` and drops the rest: if \`${source}\` has no value of its own, send() throws "Invalid message without value".`;
    yield { span, message, severity: 'hint', fixes: [wrap(span, `{ value: JSON.stringify(${source}) }`)] };
  }
}

/** Names that promise a message of Kafka's shape. */
const MESSAGE_NAME = /(?:messages?|msgs?|records?|kafka(?:(?!kafka)\w)*|m)$/i;

/** Declared with KafkaJS's own type, as a parameter or a variable. */
function isTypedMessage(name: string, text: string): boolean {
  return new RegExp(String.raw`(?<![\w$.])${name.replaceAll('$', '\\$')}\s*\??:\s*(?:\w+\.)?(?:Kafka)?Message\b`).test(
    text,
  );
}

/** What a message may have; KafkaJS drops the rest. */
const FIELDS: ReadonlySet<string> = new Set(['key', 'value', 'partition', 'headers', 'timestamp']);

function* dropped({ entries }: MessageElement): Iterable<Report> {
  for (const entry of entries) {
    if (entry.writtenKey.includes('.') || FIELDS.has(entry.writtenKey) || entry.overriddenBy) continue;
    yield {
      span: entry.keySpan,
      message: `KafkaJS drops \`${entry.writtenKey}\`: a message has key, value, partition, headers and timestamp.`,
      severity: 'warning',
      tags: ['unnecessary'],
    };
  }
}

function* judgeObject(element: MessageElement): Iterable<Report> {
  const { span, entries, complete } = element;
  const value = entries.findLast((entry) => entry.writtenKey === 'value');
  if (!value) {
    if (!complete) return;
    const message =
      'This message has no value: KafkaJS throws "Invalid message without value". Use null for a tombstone.';
    yield { span, message };
    return;
  }
  yield* dropped(element);
  yield* wrongParts(element);
  const what = wrongValue(value);
  if (!what) return;
  yield {
    span: value.span,
    message: `The value of a message is a text, a Buffer or null, but ${what}.`,
    fixes: fixesFor(value),
  };
}

/** Keys and headers are written as bytes too; a timestamp becomes a BigInt. */
function* wrongParts({ entries }: MessageElement): Iterable<Report> {
  for (const entry of entries) {
    const { writtenKey, value, overriddenBy, span } = entry;
    if (overriddenBy || value.kind === 'absent') continue;
    if (writtenKey === 'key' && isNoBytes(value)) {
      const message = `The key of a message must be a string or a Buffer: encoding ${shown(value)} throws a TypeError.`;
      yield { span, message, fixes: encoded(entry) };
    } else if (/^headers\.[^.]+$/.test(writtenKey) && (isNoBytes(value) || isNothing(value))) {
      const message = `A header must be a string, a Buffer or an array of them: encoding ${shown(value)} throws a TypeError.`;
      yield { span, message, fixes: isNothing(value) ? [] : encoded(entry) };
    } else if (writtenKey === 'timestamp' && NO_NUMBER.test(value.text)) {
      const message =
        'timestamp must be milliseconds: KafkaJS makes a BigInt of it, and send() throws a SyntaxError for the text of a date. Use String(Date.now()).';
      yield { span, message };
    }
  }
}

const NO_NUMBER = /\.toISOString\(\)$|^\d{4}-\d\d-\d\dT/;

function isNoBytes(value: Entry['value']): boolean {
  if (value.kind === 'dynamic') return value.form === 'object';
  return value.kind === 'literal' && (value.form === 'number' || value.form === 'boolean');
}

function isNothing(value: Entry['value']): boolean {
  return value.kind === 'literal' && (value.form === 'null' || value.form === 'undefined');
}

function shown(value: Entry['value']): string {
  return value.kind === 'dynamic' ? 'an object' : `${value.text}`;
}

/** Objects need a format of somebody's choice. */
function encoded({ value }: Entry): Fix[] {
  if (value.kind !== 'literal' || value.fallback) return [];
  const edits = [{ kind: 'text' as const, span: value.span, newText: `'${value.text}'` }];
  return [{ title: `Make it the string '${value.text}'`, safe: false, edits }];
}

function wrongValue({ value }: Entry): string | undefined {
  if (value.kind === 'dynamic')
    return value.form === 'object' ? 'this is an object, and encoding it throws a TypeError' : undefined;
  if (value.kind !== 'literal') return undefined;
  if (value.form === 'undefined') return 'undefined counts as none: KafkaJS throws "Invalid message without value"';
  if (value.form === 'number' || value.form === 'boolean')
    return `this is a ${value.form}, and encoding it throws a TypeError`;
  return value.form === 'list' ? 'this is an array, and encoding it throws a TypeError' : undefined;
}

function fixesFor({ value, keySpan, span }: Entry): Fix[] {
  const isShorthand = value.span.start === keySpan.start;
  if (value.kind === 'literal' && value.form === 'undefined') return [];
  if (isShorthand) return [wrap(span, 'value: JSON.stringify(value)')];
  return [
    {
      title: 'Encode it with JSON.stringify',
      safe: false,
      edits: [
        { kind: 'text', span: { start: value.span.start, end: value.span.start }, newText: 'JSON.stringify(' },
        { kind: 'text', span: { start: value.span.end, end: value.span.end }, newText: ')' },
      ],
    },
  ];
}

function wrap(span: { start: number; end: number }, newText: string): Fix {
  return { title: `Send ${newText}`, safe: false, edits: [{ kind: 'text', span, newText }] };
}
