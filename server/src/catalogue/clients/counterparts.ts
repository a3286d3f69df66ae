import type { JavaScriptClient } from './data';

/** What Kafka's own clients call an option. */
export interface Counterpart {
  /** The key of Kafka's own clients that means the same with the same values, though its default may differ. */
  readonly kafkaKey?: string;
  /** The key of Kafka's own clients that comes nearest, where values or meaning differ. */
  readonly resembles?: string;
}

/** Kafka's name for an option, so that rules about Kafka's keys hold for code, and hovers can name it. */
export function counterpartOf(client: JavaScriptClient, call: string, name: string): Counterpart {
  const kafkaKey = SAME[client]?.[call]?.[name];
  const resembles = NEAREST[client]?.[call]?.[name];
  return { ...(kafkaKey && { kafkaKey }), ...(resembles && { resembles }) };
}

type Table = Partial<Record<JavaScriptClient, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

const SAME: Table = {
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
};

const BACKOFF = {
  'retry.initialRetryTime': 'retry.backoff.ms',
  'retry.maxRetryTime': 'retry.backoff.max.ms',
};
const RETRY = { ...BACKOFF, 'retry.retries': 'retries' };
const SEND = { compression: 'compression.type', timeout: 'request.timeout.ms' };

const NEAREST: Table = {
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
};
