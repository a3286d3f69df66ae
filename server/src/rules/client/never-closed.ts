import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { isEndless } from '../support/calls';

export const rule: ScopeRule = {
  id: 'client/never-closed',
  summary: 'A client is left open by the function that makes it',
  severity: 'information',
  roles: ['consumer', 'admin'],
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka', 'kafka-go', 'sarama', 'franz-go'],
  packages: { rdkafka: ['confluent-kafka', 'github.com/confluentinc/confluent-kafka-go'] },
  sources: [
    'org.apache.kafka.clients.consumer.KafkaConsumer (failure to close the consumer after use will leak its connections)',
    'librdkafka 2.15.1 rdkafka.h (rd_kafka_destroy)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const { creation, shared, calls, role, environment, package: from } = scope;
    if (!creation?.enclosing || shared || environment === 'development') return;
    // What a program makes when it starts ends with it, and confluent-kafka's admin client with the last reference to it.
    if (creation.repetition === 'start-up' || (role === 'admin' && from === 'confluent-kafka')) return;
    if (calls.length === 0 || calls.some((call) => CLOSES.test(call.method) || isEndless(call))) return;
    const where = creation.enclosing.name === undefined ? 'this function' : `${creation.enclosing.name}()`;
    const cost =
      role === 'consumer'
        ? 'connections stay open, and its group gives its partitions to nobody else for a while'
        : 'connections stay open';
    yield {
      span: creation.methodSpan,
      message: `Nothing closes this ${role === 'consumer' ? 'consumer' : 'admin client'}: at each call of ${where} its ${cost}.`,
    };
  },
};

const CLOSES = /^(?:close|Close|stop|AsyncClose|CloseAllowingRebalance)$/;
