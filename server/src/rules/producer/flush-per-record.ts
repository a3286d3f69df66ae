import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { ConfigEdit } from '../../model/edit';
import type { Fix, Report } from '../../model/finding';
import { sliceSpan } from '../../model/span';
import type { RuleContext, ScopeRule } from '../rule';
import { isEndless, isInSameFunction, isInSameLoop, sendsOf } from '../support/calls';

export const rule: ScopeRule = {
  id: 'producer/flush-per-record',
  summary: 'The producer is flushed after each record',
  severity: 'warning',
  roles: ['producer'],
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka', 'franz-go'],
  sources: [
    'org.apache.kafka.clients.producer.KafkaProducer.flush (makes all buffered records immediately available to send and blocks on their completion)',
    'librdkafka 2.15.1 rdkafka.h (rd_kafka_flush waits until all outstanding produce requests are completed)',
    'confluent-kafka-python README (flush once, at the end)',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    for (const flush of scope.calls) {
      if (!/^flush$/i.test(flush.method) || !flush.unconditional) continue;
      // In a loop without an end Java's clients have the pace of what they read.
      if (scope.client === 'java' && (!flush.loop || isEndless(flush))) continue;
      const found = inLoop(flush, sendsOf(scope), text) ?? inHelper(flush, sendsOf(scope));
      if (found) yield { span: flush.methodSpan, ...found };
    }
  },
};

const COST = 'waits until the brokers have acknowledged it, so batches never form and each costs a round trip';

function inLoop(flush: Call, sends: readonly Call[], text: string): Omit<Report, 'span'> | undefined {
  const { loop } = flush;
  if (!loop || loop.paced || !sends.some((send) => isInSameLoop(send, flush))) return undefined;
  const message = `${flush.method}() in the loop, after each record, ${COST}.`;
  return { message, fixes: isEndless(flush) ? [] : behindLoop(flush, text) };
}

/** A function that sends what it is given and flushes is there to be called for each record. */
function inHelper(flush: Call, sends: readonly Call[]): Omit<Report, 'span'> | undefined {
  const { enclosing, repetition, loop } = flush;
  if (loop || !enclosing || repetition === 'start-up') return undefined;
  const send = sends.find((one) => isInSameFunction(one, flush) && one.span.start < flush.span.start);
  if (!send || send.loop || (repetition === 'unknown' && enclosing.parameters === 0)) return undefined;
  const often = repetition === 'request' ? 'Each request' : `Each call of ${enclosing.name ?? 'this function'}`;
  const message = `${often} flushes after one record: ${flush.method}() ${COST}.`;
  return { message, severity: 'information' };
}

/** Only where the statement is a line among others of its block. */
function behindLoop({ statement, loop }: Call, text: string): Fix[] {
  if (!loop) return [];
  const start = text.lastIndexOf('\n', statement.start - 1) + 1;
  const lineEnd = text.indexOf('\n', statement.end);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  const own = text.slice(start, statement.start);
  const isLine = own.trim() === '' && text.slice(statement.end, end).trim() === '';
  const before = /(?:^|\n)([ \t]*)\S[^\n]*\n$/.exec(text.slice(0, start))?.[1];
  if (!isLine || before !== own || !sliceSpan(text, loop.span).includes('\n')) return [];
  const loopStart = text.lastIndexOf('\n', loop.span.start - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(loopStart))?.[0] ?? '';
  const last = loop.span.start + sliceSpan(text, loop.span).trimEnd().length;
  const moved = `${indentation}${sliceSpan(text, statement)}`;
  const edits: ConfigEdit[] =
    last === statement.end
      ? [{ kind: 'text', span: { start, end: statement.end }, newText: moved }]
      : [
          { kind: 'text', span: { start, end }, newText: '' },
          { kind: 'text', span: { start: last, end: last }, newText: `\n${moved}` },
        ];
  return [{ title: 'Flush once, after the loop', safe: false, edits }];
}
