import { tablesOf } from '../../model/tableOf';
import type { Counterpart } from './counterpart';

export type GoClient = 'sarama' | 'kafka-go' | 'franz-go';

export function isGoClient(client: string): client is GoClient {
  return client === 'sarama' || client === 'kafka-go' || client === 'franz-go';
}

type Calls = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Kafka's name for an option of a Go client. */
export function goCounterpart(client: GoClient, call: string, name: string): Counterpart {
  const kafkaKey = SAME[client][call]?.[name];
  const resembles = NEAREST[client][call]?.[name];
  return { ...(kafkaKey && { kafkaKey }), ...(resembles && { resembles }) };
}

const WRITER = {
  RequiredAcks: 'acks',
  Compression: 'compression.type',
  CompressionCodec: 'compression.type',
  BatchTimeout: 'linger.ms',
};

/** Durations count milliseconds there, and constants of the library stand for Kafka's words. */
const SAME: Readonly<Record<GoClient, Calls>> = tablesOf({
  sarama: {
    Config: {
      ClientID: 'client.id',
      RackID: 'client.rack',
      'Net.MaxOpenRequests': 'max.in.flight.requests.per.connection',
      'Net.SASL.Mechanism': 'sasl.mechanism',
      'Metadata.RefreshFrequency': 'metadata.max.age.ms',
      'Metadata.AllowAutoTopicCreation': 'allow.auto.create.topics',
      'Producer.RequiredAcks': 'acks',
      'Producer.Compression': 'compression.type',
      'Producer.Flush.Frequency': 'linger.ms',
      'Producer.Idempotent': 'enable.idempotence',
      'Producer.Retry.Max': 'retries',
      'Producer.Retry.Backoff': 'retry.backoff.ms',
      'Producer.Transaction.ID': 'transactional.id',
      'Producer.Transaction.Timeout': 'transaction.timeout.ms',
      'Consumer.Group.Session.Timeout': 'session.timeout.ms',
      'Consumer.Group.Heartbeat.Interval': 'heartbeat.interval.ms',
      'Consumer.Group.InstanceId': 'group.instance.id',
      'Consumer.Fetch.Min': 'fetch.min.bytes',
      'Consumer.Fetch.MaxBytes': 'fetch.max.bytes',
      'Consumer.MaxWaitTime': 'fetch.max.wait.ms',
      'Consumer.Offsets.AutoCommit.Interval': 'auto.commit.interval.ms',
      'Consumer.Offsets.Initial': 'auto.offset.reset',
      'Consumer.IsolationLevel': 'isolation.level',
    },
  },
  'kafka-go': {
    Writer: WRITER,
    WriterConfig: WRITER,
    ReaderConfig: {
      Brokers: 'bootstrap.servers',
      GroupID: 'group.id',
      MinBytes: 'fetch.min.bytes',
      MaxWait: 'fetch.max.wait.ms',
      SessionTimeout: 'session.timeout.ms',
      HeartbeatInterval: 'heartbeat.interval.ms',
      StartOffset: 'auto.offset.reset',
      IsolationLevel: 'isolation.level',
    },
    Dialer: { ClientID: 'client.id', TransactionalID: 'transactional.id' },
    Transport: { ClientID: 'client.id', MetadataTTL: 'metadata.max.age.ms' },
  },
  'franz-go': {
    NewClient: {
      ClientID: 'client.id',
      SeedBrokers: 'bootstrap.servers',
      MetadataMaxAge: 'metadata.max.age.ms',
      RequiredAcks: 'acks',
      ProducerBatchCompression: 'compression.type',
      ProducerLinger: 'linger.ms',
      ProducerBatchMaxBytes: 'batch.size',
      DisableIdempotentWrite: 'enable.idempotence',
      RecordRetries: 'retries',
      RecordDeliveryTimeout: 'delivery.timeout.ms',
      ProduceRequestTimeout: 'request.timeout.ms',
      TransactionalID: 'transactional.id',
      TransactionTimeout: 'transaction.timeout.ms',
      ConsumerGroup: 'group.id',
      InstanceID: 'group.instance.id',
      SessionTimeout: 'session.timeout.ms',
      HeartbeatInterval: 'heartbeat.interval.ms',
      Rack: 'client.rack',
      FetchMaxWait: 'fetch.max.wait.ms',
      FetchMinBytes: 'fetch.min.bytes',
      FetchMaxBytes: 'fetch.max.bytes',
      FetchMaxPartitionBytes: 'max.partition.fetch.bytes',
      FetchIsolationLevel: 'isolation.level',
      DisableAutoCommit: 'enable.auto.commit',
      AutoCommitInterval: 'auto.commit.interval.ms',
    },
  },
});

const WRITER_NEAREST = {
  Addr: 'bootstrap.servers',
  Brokers: 'bootstrap.servers',
  // A number of records, not of bytes.
  BatchSize: 'batch.size',
  BatchBytes: 'batch.size',
  MaxAttempts: 'retries',
  WriteTimeout: 'request.timeout.ms',
  Balancer: 'partitioner.class',
};

const NEAREST: Readonly<Record<GoClient, Calls>> = tablesOf({
  sarama: {
    Config: {
      'Net.TLS.Enable': 'security.protocol',
      'Net.SASL.Enable': 'security.protocol',
      'Net.SASL.User': 'sasl.jaas.config',
      'Net.SASL.Password': 'sasl.jaas.config',
      'Net.DialTimeout': 'socket.connection.setup.timeout.ms',
      'Net.ReadTimeout': 'request.timeout.ms',
      'Producer.MaxMessageBytes': 'max.request.size',
      'Producer.Flush.Bytes': 'batch.size',
      'Producer.Flush.MaxMessages': 'batch.size',
      'Producer.Timeout': 'request.timeout.ms',
      'Producer.Partitioner': 'partitioner.class',
      'Consumer.Fetch.Default': 'max.partition.fetch.bytes',
      'Consumer.Group.Rebalance.Timeout': 'max.poll.interval.ms',
      'Consumer.Group.Rebalance.GroupStrategies': 'partition.assignment.strategy',
      'Consumer.Offsets.AutoCommit.Enable': 'enable.auto.commit',
    },
  },
  'kafka-go': {
    Writer: WRITER_NEAREST,
    WriterConfig: WRITER_NEAREST,
    ReaderConfig: {
      MaxBytes: 'max.partition.fetch.bytes',
      CommitInterval: 'auto.commit.interval.ms',
      RebalanceTimeout: 'max.poll.interval.ms',
      GroupBalancers: 'partition.assignment.strategy',
    },
    Dialer: { TLS: 'security.protocol', SASLMechanism: 'sasl.mechanism' },
    Transport: { TLS: 'security.protocol', SASL: 'sasl.mechanism' },
  },
  'franz-go': {
    NewClient: {
      MaxProduceRequestsInflightPerBroker: 'max.in.flight.requests.per.connection',
      MaxBufferedRecords: 'buffer.memory',
      RecordPartitioner: 'partitioner.class',
      ConsumeResetOffset: 'auto.offset.reset',
      Balancers: 'partition.assignment.strategy',
      RebalanceTimeout: 'max.poll.interval.ms',
      DialTLSConfig: 'security.protocol',
      SASL: 'sasl.mechanism',
    },
  },
});
