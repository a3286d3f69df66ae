import { tablesOf } from '../../model/tableOf';
import type { Counterpart } from './counterpart';
import type { CodeClient } from './data';
import { goCounterpart, isGoClient } from './goCounterparts';
import { pythonCounterpart } from './pythonCounterparts';

/** Kafka's name for an option, so that rules about Kafka's keys hold for code, and hovers can name it. */
export function counterpartOf(client: CodeClient, call: string, name: string): Counterpart {
  if (client === 'confluent') return confluentCounterpart(call, name);
  if (client === 'kafka-python' || client === 'aiokafka') return pythonCounterpart(call, name);
  if (isGoClient(client)) return goCounterpart(client, call, name);
  const kafkaKey = SAME[client]?.[call]?.[name];
  const resembles = NEAREST[client]?.[call]?.[name];
  return { ...(kafkaKey && { kafkaKey }), ...(resembles && { resembles }) };
}

const BLOCK = 'kafkaJS.';

/** What stands in a producer's or consumer's block means what KafkaJS means by it, but for a few. */
function confluentCounterpart(call: string, name: string): Counterpart {
  if (!name.startsWith(BLOCK)) return {};
  const option = name.slice(BLOCK.length);
  const kafkaKey = CONFLUENT[call]?.[option] ?? SAME.kafkajs?.[call]?.[option] ?? SAME.kafkajs?.Kafka?.[option];
  const nearest = NEAREST.kafkajs;
  const resembles = CONFLUENT_NEAREST[call]?.[option] ?? nearest?.[call]?.[option] ?? nearest?.Kafka?.[option];
  return { ...(kafkaKey && { kafkaKey }), ...(!kafkaKey && resembles && { resembles }) };
}

type Calls = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Table = Readonly<Partial<Record<CodeClient, Calls>>>;

const CONFLUENT: Calls = tablesOf({
  producer: { acks: 'acks', 'retry.retries': 'retries' },
  consumer: {
    rebalanceTimeout: 'max.poll.interval.ms',
    autoCommit: 'enable.auto.commit',
    autoCommitInterval: 'auto.commit.interval.ms',
  },
});

const CONFLUENT_NEAREST: Calls = tablesOf({
  producer: { compression: 'compression.type', timeout: 'request.timeout.ms' },
  consumer: { fromBeginning: 'auto.offset.reset', partitionAssignors: 'partition.assignment.strategy' },
});

const SAME: Table = tablesOf({
  platformatic: {
    Producer: { clientId: 'client.id', transactionalId: 'transactional.id' },
    Consumer: {
      clientId: 'client.id',
      clientRack: 'client.rack',
      groupId: 'group.id',
      groupInstanceId: 'group.instance.id',
      sessionTimeout: 'session.timeout.ms',
      heartbeatInterval: 'heartbeat.interval.ms',
      minBytes: 'fetch.min.bytes',
      maxBytes: 'fetch.max.bytes',
      maxBytesPerPartition: 'max.partition.fetch.bytes',
      maxWaitTime: 'fetch.max.wait.ms',
    },
    Admin: { clientId: 'client.id' },
  },
  kafkajs: {
    Kafka: { clientId: 'client.id', requestTimeout: 'request.timeout.ms' },
    producer: {
      metadataMaxAge: 'metadata.max.age.ms',
      idempotent: 'enable.idempotence',
      transactionalId: 'transactional.id',
      transactionTimeout: 'transaction.timeout.ms',
      maxInFlightRequests: 'max.in.flight.requests.per.connection',
    },
    consumer: {
      groupId: 'group.id',
      metadataMaxAge: 'metadata.max.age.ms',
      sessionTimeout: 'session.timeout.ms',
      heartbeatInterval: 'heartbeat.interval.ms',
      maxBytesPerPartition: 'max.partition.fetch.bytes',
      minBytes: 'fetch.min.bytes',
      maxBytes: 'fetch.max.bytes',
      maxWaitTimeInMs: 'fetch.max.wait.ms',
      allowAutoTopicCreation: 'allow.auto.create.topics',
      rackId: 'client.rack',
    },
    send: { acks: 'acks' },
    sendBatch: { acks: 'acks' },
  },
});

const BACKOFF = {
  'retry.initialRetryTime': 'retry.backoff.ms',
  'retry.maxRetryTime': 'retry.backoff.max.ms',
};
const RETRY = { ...BACKOFF, 'retry.retries': 'retries' };
const SEND = { compression: 'compression.type', timeout: 'request.timeout.ms' };

const NEAREST: Table = tablesOf({
  platformatic: {
    Producer: {
      bootstrapBrokers: 'bootstrap.servers',
      idempotent: 'enable.idempotence',
      acks: 'acks',
      compression: 'compression.type',
      maxInflights: 'max.in.flight.requests.per.connection',
      metadataMaxAge: 'metadata.max.age.ms',
      retries: 'retries',
      retryDelay: 'retry.backoff.ms',
    },
    Consumer: {
      bootstrapBrokers: 'bootstrap.servers',
      autocommit: 'enable.auto.commit',
      isolationLevel: 'isolation.level',
      rebalanceTimeout: 'max.poll.interval.ms',
      metadataMaxAge: 'metadata.max.age.ms',
    },
    send: { acks: 'acks', compression: 'compression.type' },
    consume: { mode: 'auto.offset.reset', autocommit: 'enable.auto.commit' },
  },
  kafkajs: {
    Kafka: {
      ...RETRY,
      brokers: 'bootstrap.servers',
      ssl: 'security.protocol',
      sasl: 'sasl.jaas.config',
      'sasl.mechanism': 'sasl.mechanism',
      connectionTimeout: 'socket.connection.setup.timeout.ms',
    },
    producer: { ...RETRY, createPartitioner: 'partitioner.class' },
    consumer: {
      ...BACKOFF,
      partitionAssigners: 'partition.assignment.strategy',
      rebalanceTimeout: 'max.poll.interval.ms',
      readUncommitted: 'isolation.level',
    },
    admin: RETRY,
    send: SEND,
    sendBatch: SEND,
    subscribe: { fromBeginning: 'auto.offset.reset' },
    run: { autoCommit: 'enable.auto.commit', autoCommitInterval: 'auto.commit.interval.ms' },
    createTopics: {
      'topics[].numPartitions': 'num.partitions',
      'topics[].replicationFactor': 'default.replication.factor',
    },
  },
});
