import type { Reader } from '../catalogue/reader';
import { tableOf } from '../model/tableOf';
import { atLeast, between, DEFAULT, oneOf, type PresetSetting, type PresetTable } from './types';

// The values are those of rules for tuning producers: Kafka's own defaults and upgrade notes, and Confluent's
// published throughput tutorial (batches of 100,000 to 200,000 bytes, linger 10 to 100 ms, lz4).

/**
 * What the timeouts leave for linger.ms: Kafka rejects a delivery.timeout.ms that is shorter than linger.ms and
 * request.timeout.ms together, and replaces its default. Nothing is known beside a placeholder.
 */
function timesFit(reader: Reader, planned: Readonly<Record<string, number>>): boolean {
  const time = (key: string): number => {
    const entry = reader.entry(key);
    if (entry?.value.kind === 'dynamic') return Number.NaN;
    return planned[key] ?? reader.number(key) ?? DEFAULT_TIMES[key] ?? Number.NaN;
  };
  return time('delivery.timeout.ms') >= time('linger.ms') + time('request.timeout.ms');
}

const DEFAULT_TIMES: Readonly<Record<string, number>> = tableOf({
  'delivery.timeout.ms': 120_000,
  'request.timeout.ms': 30_000,
  'linger.ms': 5,
});

const linger = (value: string, reason: string, low: number, high: number): PresetSetting => ({
  key: 'linger.ms',
  value,
  reason,
  price: `up to ${value} ms more latency when traffic is low`,
  keeps: between(low, high),
  unless: (reader) => !timesFit(reader, { 'linger.ms': Number(value) }),
});

/** A batch has to fit into a request, and several of them into the buffer. */
const batch = (size: number, reason: string, most = 1048576): PresetSetting => ({
  key: 'batch.size',
  value: String(size),
  reason,
  price: 'memory: one batch a partition',
  keeps: between(size >= 100000 ? 100000 : size / 2, most),
  unless: (reader) =>
    // Large batches do not form without lingering.
    reader.setNumber('linger.ms')?.value === 0 ||
    ['max.request.size', 'buffer.memory'].some((key) => {
      const entry = reader.entry(key);
      if (entry?.value.kind === 'dynamic') return true;
      return entry !== undefined && (reader.number(key) ?? 0) < size * (key === 'buffer.memory' ? 16 : 1);
    }),
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
    unless: (reader) => !timesFit(reader, { 'delivery.timeout.ms': 30_000, 'request.timeout.ms': 10_000 }),
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
    DELIVERY_TIMEOUT,
    linger('20', 'fewer, larger requests', 10, 100),
    bufferMemory,
    batch(131072, 'more records share the cost of a request'),
    LZ4,
    IN_FLIGHT_IF_ORDERED,
    RETRIES,
  ],
  latency: [
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
      key: 'delivery.timeout.ms',
      value: '300000',
      reason: 'records outlast five minutes of trouble in the cluster',
      price: 'an error reaches your code later',
      keeps: atLeast(300000),
      unless: (reader) => !timesFit(reader, { 'delivery.timeout.ms': 300_000 }),
    },
    linger('5', "Kafka 4.0's default; larger batches at equal latency", 1, 100),
    bufferMemory,
    batch(32768, 'fewer requests to replicate'),
    LZ4,
    IN_FLIGHT,
    RETRIES,
  ],
  balanced: [
    ALL_ACKS,
    IDEMPOTENCE,
    DELIVERY_TIMEOUT,
    linger('5', "Kafka 4.0's default; larger batches at equal latency", 1, 20),
    batch(65536, 'room for batches to grow under load'),
    LZ4,
    IN_FLIGHT,
    RETRIES,
  ],
  development: [...FAIL_EARLY],
};
