import type { Reader } from '../../catalogue/reader';
import type { Call, Loop } from '../../model/call';
import type { Report, Severity } from '../../model/finding';
import type { ClientLibrary } from '../../model/scope';
import { sliceSpan } from '../../model/span';
import type { RuleContext, ScopeRule } from '../rule';
import { optionIn } from './support/options';
import { sendOnceFixes } from './support/sendOnce';
import { mentionsAny, namesIn } from './support/source';

export const rule: ScopeRule = {
  id: 'kafkajs/send-in-loop',
  summary: 'Each record of a loop is sent in a request of its own',
  severity: 'warning',
  roles: ['producer'],
  clients: ['kafkajs', 'confluent', 'platformatic'],
  sources: [
    'kafkajs 2.2.4 src/producer/sendMessages.js (each send() makes its own Produce requests; there is no linger)',
    '@platformatic/kafka 2.12.1 dist/clients/producer/producer.js (likewise; asStream() batches)',
    '@confluentinc/kafka-javascript 1.10.1 lib/kafkajs/_producer.js (librdkafka batches what is sent at a time)',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    for (const call of scope.indirect ?? []) yield* throughHelper(call, sliceSpan(text, call.statement));
    for (const call of scope.calls) {
      const { loop, methodSpan } = call;
      if (call.method !== 'send' || !loop || loop.paced || call.messages?.count !== 'one') continue;
      const verdict = judge(call, loop, sliceSpan(text, call.statement), scope.client);
      if (!verdict) continue;
      if (verdict.severity === 'information' && hasOwnTopic(call, loop, text)) continue;
      const fixes = verdict.severity === 'information' ? [] : sendOnceFixes(text, call, loop);
      yield { span: methodSpan, ...verdict, fixes };
    }
  },
};

/** Each element goes to a topic of its own, so that one send() cannot have them all. */
function hasOwnTopic({ options }: Call, { item }: Loop, text: string): boolean {
  const topic = optionIn(options, 'topic')?.value;
  return (
    topic !== undefined &&
    item !== undefined &&
    mentionsAny(sliceSpan(text, topic.span), namesIn(sliceSpan(text, item)))
  );
}

/** A function that sends one record, called once for each record. */
function* throughHelper(call: Call, statement: string): Iterable<Report> {
  const { loop, through, outcome, methodSpan, guarded } = call;
  const isOneByOne = loop && ['for-of', 'for', 'for-each'].includes(loop.kind) && !loop.paced;
  if (!isOneByOne || !through || outcome !== 'awaited' || !/^(?:return\s+)?await\b/.test(statement)) return;
  if (through.outcome !== 'awaited' && through.outcome !== 'returned') return;
  const message = `${through.name}() sends one record, and each call waits for its round trip to the broker. Let it accept many records and pass them to one send().`;
  // Whoever looks at each failure wants to know which record it was, and of failed records there are few.
  const isMild = guarded || FEW.test(through.name);
  yield { span: methodSpan, message, severity: isMild ? 'information' : 'warning' };
}

const FEW = /dlq|dead|fail|reject|retry/i;

const REMEDY = 'Pass many messages to one send()';

function judge(
  call: Call,
  loop: Loop,
  statement: string,
  client: ClientLibrary,
): { message: string; severity: Severity } | undefined {
  // A loop that only ends from within consumes or polls something, and has its own pace.
  if (loop.kind === 'while' || loop.kind === 'for-await') return undefined;
  const isAtOnce = loop.kind === 'map' || (loop.kind === 'for-each' && call.outcome !== 'awaited');
  if (isAtOnce && client === 'confluent') return undefined;
  if (isAtOnce) {
    const message = `Each element is sent in a request of its own, all at once: there is no batching in the background. ${REMEDY}.`;
    return { message, severity: 'information' };
  }
  // Whoever looks at the result needs one for each record.
  if (call.outcome !== 'awaited' || !/^(?:return\s+)?await\b/.test(statement)) return undefined;
  const message = `Each record is sent alone and waits for its round trip before the next one starts. ${REMEDY}.`;
  return { message, severity: 'warning' };
}
