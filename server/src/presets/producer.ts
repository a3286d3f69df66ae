import type { Reader } from '../catalogue/reader';
import { atLeast, between, DEFAULT, oneOf, type PresetSetting, type PresetTable } from './types';

// The values are those of rules for tuning producers: Kafka's own defaults and upgrade notes, and Confluent's
// published throughput tutorial (batches of 100,000 to 200,000 bytes, linger 10 to 100 ms, lz4).

const needsIdempotence = (reader: Reader): boolean =>
  reader.entry('transactional.id') !== undefined || reader.setBoolean('enable.idempotence')?.value === true;

const ackOfTheLeader = (reason: string): PresetSetting => ({
  key: 'acks',
  value: '1',
  reason,
  price: 'the last writes are lost if the leader fails, and idempotence is off',
  confirm: true,
  unless: needsIdempotence,
});

const ALL_ACKS: PresetSetting = {
  key: 'acks',
  value: 'all',
  reason: 'a write counts only when every in-sync replica has it',
  price: 'each write waits for the slowest in-sync replica',
  keeps: oneOf('all', '-1'),
};

const IDEMPOTENCE: PresetSetting = {
  key: 'enable.idempotence',
  value: 'true',
  reason: 'retries neither duplicate nor reorder records',
};

const LZ4: PresetSetting = {
  key: 'compression.type',
  value: 'lz4',
  reason: 'less network and disk for little CPU; whole batches are compressed',
  keeps: oneOf('lz4', 'zstd', 'snappy'),
};

const RETRIES: PresetSetting = {
  key: 'retries',
  value: DEFAULT,
  reason: 'delivery.timeout.ms bounds retrying, so a count only gives up early',
};

const IN_FLIGHT: PresetSetting = {
  key: 'max.in.flight.requests.per.connection',
  value: DEFAULT,
  reason: 'five requests under way keep the connection busy, and idempotence keeps their order',
};

/** For presets that may leave the producer without idempotence, which is what keeps the order. */
const IN_FLIGHT_IF_ORDERED: PresetSetting = {
  ...IN_FLIGHT,
  price: 'with acks=1 a retry can reorder records',
  confirm: true,
  unless: (reader) => reader.boolean('enable.idempotence') !== true || oneOf('0', '1')(reader.string('acks') ?? ''),
};

const bufferMemory: PresetSetting = {
  key: 'buffer.memory',
  value: '67108864',
  reason: 'room for a batch of every partition while brokers are slow',
  price: '64 MiB of heap',
  keeps: atLeast(67108864),
};

const DELIVERY_TIMEOUT: PresetSetting = {
  key: 'delivery.timeout.ms',
  value: DEFAULT,
  reason: 'two minutes outlast a leader election',
  keeps: atLeast(120000),
};

const FAIL_EARLY: readonly PresetSetting[] = [
  {
    key: 'request.timeout.ms',
    value: '10000',
    reason: 'a stuck request is noticed after 10 s',
    price: 'a slow broker causes more retries',
    keeps: between(1000, 10000),
  },
  {
    key: 'delivery.timeout.ms',
    value: '30000',
    reason: 'send() reports failure after 30 s at the latest',
    price: 'an outage of over 30 s becomes an error in your code',
    keeps: between(10000, 30000),
  },
  {
    key: 'max.block.ms',
    value: '5000',
    reason: 'send() does not hang while the cluster cannot be reached',
    price: 'your code sees a TimeoutException after 5 s',
    keeps: between(1000, 5000),
  },
];

export const PRODUCER_PRESETS: PresetTable = {
  throughput: [
    ackOfTheLeader('no waiting for followers'),
    {
      key: 'linger.ms',
      value: '20',
      reason: 'fewer, larger requests',
      price: 'up to 20 ms more latency when traffic is low',
      keeps: between(10, 100),
    },
    {
      key: 'batch.size',
      value: '131072',
      reason: 'more records share the cost of a request',
      price: 'memory: one batch a partition',
      keeps: between(100000, 1048576),
    },
    LZ4,
    bufferMemory,
    IN_FLIGHT_IF_ORDERED,
    RETRIES,
    DELIVERY_TIMEOUT,
  ],
  latency: [
    ackOfTheLeader('no waiting for followers'),
    {
      key: 'linger.ms',
      value: '0',
      reason: 'a record never waits for others',
      price: 'smaller batches, more requests',
    },
    {
      key: 'batch.size',
      value: DEFAULT,
      reason: 'a small batch.size does not lower latency: with linger.ms=0 batches leave at once',
      keeps: atLeast(16384),
    },
    IN_FLIGHT_IF_ORDERED,
    RETRIES,
    ...FAIL_EARLY,
  ],
  durability: [
    ALL_ACKS,
    IDEMPOTENCE,
    {
      key: 'linger.ms',
      value: '5',
      reason: "Kafka 4.0's default; larger batches at equal latency",
      keeps: between(1, 100),
    },
    { key: 'batch.size', value: '32768', reason: 'fewer requests to replicate', keeps: between(16384, 1048576) },
    LZ4,
    bufferMemory,
    IN_FLIGHT,
    RETRIES,
    {
      key: 'delivery.timeout.ms',
      value: '300000',
      reason: 'records outlast five minutes of trouble in the cluster',
      price: 'an error reaches your code later',
      keeps: atLeast(300000),
    },
  ],
  balanced: [
    ALL_ACKS,
    IDEMPOTENCE,
    {
      key: 'linger.ms',
      value: '5',
      reason: "Kafka 4.0's default; larger batches at equal latency",
      keeps: between(1, 20),
    },
    {
      key: 'batch.size',
      value: '65536',
      reason: 'room for batches to grow under load',
      keeps: between(32768, 1048576),
    },
    LZ4,
    IN_FLIGHT,
    RETRIES,
    DELIVERY_TIMEOUT,
  ],
  development: [...FAIL_EARLY],
};
