import type { Reader } from '../../catalogue/reader';

import type { Report } from '../../model/finding';
import type { ClientLibrary } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { isEndless, sendsOf } from '../support/calls';

export const rule: ScopeRule = {
  id: 'producer/unflushed',
  summary: 'Records that are still buffered when the program ends are lost',
  severity: 'warning',
  roles: ['producer'],
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka', 'franz-go'],
  sources: [
    'org.apache.kafka.common.utils.KafkaThread (the thread that sends is a daemon, which ends with the program)',
    'confluent-kafka 2.16.1 (a producer that ends with records in its queue drops them)',
    'kafka-python 3.0.12 kafka/producer/kafka.py (at exit it is closed with a timeout of 0)',
    'aiokafka 0.14.0 aiokafka/producer/producer.py (stop sends what is pending)',
    'franz-go 1.22.3 pkg/kgo/client.go (Close fails buffered records; Flush first)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const ending = ENDINGS[scope.client];
    if (!ending || !scope.creation || scope.shared || scope.environment === 'development') return;
    // Spring's factories close what they make.
    if (scope.client === 'java' && scope.package !== 'org.apache.kafka.clients') return;
    const sends = sendsOf(scope).filter(
      ({ outcome, method }) => outcome !== 'awaited' && !/Sync$|_and_wait$/.test(method),
    );
    const last = sends.at(-1);
    // A program without an end never gets there.
    if (!last || sends.some(isEndless) || scope.calls.some(({ method }) => ending.methods.test(method))) return;
    yield { span: last.methodSpan, message: `${last.method}() only queues the record, and ${ending.why}.` };
  },
};

interface Ending {
  readonly methods: RegExp;
  readonly why: string;
}

const ENDINGS: Readonly<Partial<Record<ClientLibrary, Ending>>> = {
  java: {
    methods: /^(?:flush|close)$/,
    why: 'nothing flushes or closes this producer: what is queued when the program ends is lost',
  },
  rdkafka: { methods: /^flush$/i, why: 'nothing flushes this producer: what is queued when the program ends is lost' },
  'kafka-python': {
    methods: /^(?:flush|close)$/,
    why: 'nothing flushes or closes this producer: what is queued when the program ends is lost',
  },
  aiokafka: {
    methods: /^(?:flush|stop|close)$/,
    why: 'nothing stops this producer: what is pending when the program ends is lost',
  },
  'franz-go': { methods: /^Flush$/, why: 'Close fails what is buffered: call Flush before it' },
};
