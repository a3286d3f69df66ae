import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { ClientLibrary, Scope } from '../../model/scope';
import type { RuleContext, ScopeRule } from '../rule';
import { isEndless, sendsOf } from '../support/calls';

export const rule: ScopeRule = {
  id: 'producer/wait-per-record',
  summary: 'A loop waits for the acknowledgement of each record before it sends the next one',
  severity: 'warning',
  roles: ['producer'],
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka', 'sarama', 'kafka-go', 'franz-go'],
  sources: [
    'org.apache.kafka.clients.producer.KafkaProducer (send is asynchronous; invoking get() blocks until the request completes)',
    'kafka-python 3.0.12 kafka/producer/future.py (get waits for the answer)',
    'aiokafka 0.14.0 aiokafka/producer/producer.py (send_and_wait)',
    'sarama 1.61.1 sync_producer.go (SendMessage waits for its own answer)',
    'kafka-go 0.4.51 writer.go (WriteMessages)',
    'franz-go 1.22.3 pkg/kgo/producer.go (ProduceSync)',
  ],
  *check({ scope }: Reader, { profile }: RuleContext): Iterable<Report> {
    if (profile === 'durability') return;
    for (const call of sendsOf(scope)) {
      if (scope.client === 'java') {
        yield* ofJava(call);
        continue;
      }
      const { loop, messages } = call;
      if (messages?.count === 'unknown' || !isWaiting(call, scope)) continue;
      if (!loop && isForEach(call) && HOLDS[scope.client]?.test(call.method)) {
        yield { span: call.methodSpan, message: EACH_CALL, severity: 'hint' };
      }
      if (!loop || loop.paced) continue;
      const message = `Each round of the loop waits for one record to be acknowledged, so none are batched. ${REMEDIES[scope.client] ?? ''}`;
      yield { span: call.methodSpan, message: message.trim(), severity: isEndless(call) ? 'information' : 'warning' };
    }
  },
};

const REMEDIES: Readonly<Partial<Record<ClientLibrary, string>>> = {
  rdkafka: 'Read the delivery reports beside the loop, and flush once after it.',
  'kafka-python': 'Collect the futures, and flush once after the loop.',
  aiokafka: 'Collect what send() returns, and await it after the loop.',
  sarama: 'Collect them for one SendMessages, or use an AsyncProducer.',
  'kafka-go': 'Collect them for one WriteMessages.',
  'franz-go': 'Use Produce with a callback, and Flush after the loop.',
};

/** Of the methods that wait, those that hold a thread; a Writer of kafka-go has a rule of its own. */
const HOLDS: Readonly<Partial<Record<ClientLibrary, RegExp>>> = {
  rdkafka: /^produce$/i,
  'kafka-python': /^send$/,
  sarama: /^SendMessage$/,
  'franz-go': /^ProduceSync$/,
};

/** Methods that return only when the record is acknowledged. */
const WAITING = /^(?:send_and_wait|SendMessage|WriteMessages|ProduceSync)$/;

function isWaiting({ method, outcome }: Call, scope: Scope): boolean {
  if (method === 'WriteMessages' && isAsync(scope)) return false;
  if (method === 'send_and_wait') return outcome === 'awaited';
  return (
    WAITING.test(method) || (outcome === 'awaited' && /^(?:send|produce)$/i.test(method) && scope.client !== 'aiokafka')
  );
}

function isAsync({ entries, creation }: Scope): boolean {
  // A writer that is made elsewhere may be.
  return !creation || entries.some(({ writtenKey, value }) => writtenKey === 'Async' && value.text !== 'false');
}

function* ofJava(call: Call): Iterable<Report> {
  if (call.outcome !== 'awaited') return;
  if (isOneByOne(call)) yield { span: call.methodSpan, message: IN_LOOP };
  else if (isForEach(call)) yield { span: call.methodSpan, message: EACH_CALL, severity: 'information' };
}

const IN_LOOP =
  'This loop waits for each record before it sends the next: one round trip per record, and batches never form. Send all, then wait once.';
const EACH_CALL =
  'Each call waits for its record: the caller is held for a round trip, and batches form only across callers. A callback sees failures too.';

/** A loop without an end has the pace of what it reads. */
function isOneByOne({ loop }: Call): boolean {
  return (
    loop !== undefined && !loop.paced && (loop.kind === 'for-of' || loop.kind === 'for' || loop.kind === 'for-each')
  );
}

/** A method with parameters is there to be called with what it sends. */
function isForEach({ loop, repetition, enclosing }: Call): boolean {
  if (loop) return false;
  return repetition === 'request' || (repetition === 'unknown' && (enclosing?.parameters ?? 0) > 0);
}
