import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { ClientLibrary, Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'producer/unread-result',
  summary: 'Nobody learns when a record cannot be sent',
  severity: 'information',
  roles: ['producer'],
  clients: ['java', 'rdkafka', 'aiokafka', 'kafka-go', 'franz-go'],
  packages: { rdkafka: ['confluent-kafka', 'github.com/confluentinc/confluent-kafka-go'] },
  sources: [
    'org.apache.kafka.clients.producer.KafkaProducer.send (the result is a future; errors are given to it and to the callback alone)',
    'librdkafka 2.15.1 rdkafka.h (rd_kafka_produce queues the record; the delivery report has the error)',
    'aiokafka 0.14.0 aiokafka/producer/producer.py (send gives a future of the record)',
    'kafka-go 0.4.51 writer.go (Async: errors are given to Completion alone)',
    'franz-go 1.22.3 pkg/kgo/producer.go (Produce gives the error to its promise)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const { client, environment, calls } = scope;
    if (environment === 'development') return;
    // A transaction does not commit after a failure.
    if (calls.some(({ method }) => /^commit_?transaction$/i.test(method))) return;
    yield* writerWithoutCompletion(scope);
    const way = WAYS[client];
    for (const call of way ? calls : []) {
      if (way?.isUnread(call, scope)) yield { span: call.methodSpan, message: `${way.what(call)} ${way.remedy}` };
    }
  },
};

interface Way {
  isUnread(call: Call, scope: Scope): boolean;
  what(call: Call): string;
  readonly remedy: string;
}

const LOST = 'a record that cannot be sent is lost without a trace.';

const WAYS: Readonly<Partial<Record<ClientLibrary, Way>>> = {
  java: {
    // Spring's template logs failures itself.
    isUnread: ({ method, outcome }, scope) => method === 'send' && outcome === 'dropped' && scope.package === KAFKA,
    what: () => `Nobody reads the result of this send(): ${LOST}`,
    remedy: 'Pass a callback, or keep the future.',
  },
  aiokafka: {
    isUnread: ({ method, outcome }) => method === 'send' && outcome === 'dropped',
    what: () => 'send() only queues the record, and nobody awaits the future that it gives: a failure stops nothing.',
    remedy: 'Await that too, or use send_and_wait().',
  },
  rdkafka: {
    isUnread: isUnreported,
    what: ({ method }) => `Nobody reads the delivery report of this ${method}(): ${LOST}`,
    remedy: 'Pass a callback, or read the events.',
  },
  'franz-go': {
    isUnread: ({ method, outcome }) => /^(?:Try)?Produce$/.test(method) && outcome === 'dropped',
    what: ({ method }) => `${method}() has no promise that reads the error: ${LOST}`,
    remedy: 'Pass a function.',
  },
};

const KAFKA = 'org.apache.kafka.clients';

/** The reports of a whole client come to a function among its settings, or to its channel of events. */
function isUnreported({ method, outcome }: Call, { creation, completeness, shared, entries, calls }: Scope): boolean {
  if (!/^produce$/i.test(method) || outcome !== 'dropped') return false;
  if (!creation || completeness === 'fragment') return false;
  if (entries.some(({ writtenKey }) => /^(?:on_delivery|dr_cb|dr_msg_cb|go\.delivery\.reports)$/.test(writtenKey)))
    return false;
  // Others may read the events of a client that is handed on; in Python a report comes to the call's own function.
  return method === 'produce' || (!shared && !calls.some((call) => call.method === 'Events'));
}

function* writerWithoutCompletion({ client, completeness, entries }: Scope): Iterable<Report> {
  const entry = entries.findLast(({ writtenKey }) => writtenKey === 'Async');
  const isAsync = entry?.value.kind === 'literal' && !entry.value.fallback && entry.value.text === 'true';
  if (client !== 'kafka-go' || !entry || !isAsync || completeness === 'fragment') return;
  if (entries.some(({ writtenKey }) => writtenKey === 'Completion' || writtenKey === 'ErrorLogger')) return;
  const message = `WriteMessages reports no error where Async is true: ${LOST} Set Completion.`;
  yield { span: entry.span, message };
}
