import type { Reader } from '../catalogue/reader';
import { atLeast, between, DEFAULT, oneOf, type PresetSetting, type PresetTable } from './types';

/** The KIP-848 protocol takes sessions, heartbeats and assignors from the broker and refuses the client's. */
const usesNewProtocol = (reader: Reader): boolean => reader.string('group.protocol')?.toLowerCase() === 'consumer';

const COOPERATIVE: PresetSetting = {
  key: 'partition.assignment.strategy',
  value: 'org.apache.kafka.clients.consumer.CooperativeStickyAssignor',
  reason: 'a rebalance moves only the partitions that must move',
  price: 'an existing group must be restarted twice: first with both assignors, then with this one alone',
  confirm: true,
  keeps: (value) => value.includes('CooperativeStickyAssignor'),
  unless: usesNewProtocol,
};

const PARTITION_FETCH: PresetSetting = {
  key: 'max.partition.fetch.bytes',
  value: DEFAULT,
  reason: '1 MiB a partition; smaller fetches only add requests',
  keeps: atLeast(1048576),
};

const TOTAL_FETCH: PresetSetting = {
  key: 'fetch.max.bytes',
  value: DEFAULT,
  reason: '50 MiB a fetch; the broker sends what there is',
  keeps: atLeast(52428800),
};

const QUICK_SESSION: readonly PresetSetting[] = [
  {
    key: 'session.timeout.ms',
    value: '10000',
    reason: 'a dead consumer is noticed after 10 s',
    price: 'a pause of 10 s causes a rebalance',
    keeps: between(6000, 10000),
    unless: usesNewProtocol,
  },
  {
    key: 'heartbeat.interval.ms',
    value: '3000',
    reason: 'three heartbeats fit into a session',
    keeps: between(500, 3333),
    unless: usesNewProtocol,
  },
];

const EARLIEST: PresetSetting = {
  key: 'auto.offset.reset',
  value: 'earliest',
  reason: 'a group without offsets reads what is there instead of skipping it',
  price: 'a group that has lost its offsets reads everything again',
  keeps: oneOf('earliest', 'none'),
};

export const CONSUMER_PRESETS: PresetTable = {
  throughput: [
    {
      key: 'fetch.min.bytes',
      value: '100000',
      reason: 'the broker answers with about 100 KB at once instead of every few records',
      price: 'up to fetch.max.wait.ms (500 ms) more latency when traffic is low',
      keeps: between(10240, 1048576),
    },
    {
      key: 'max.poll.records',
      value: '2000',
      reason: 'fewer poll() calls',
      price: 'more records must be handled within max.poll.interval.ms',
      keeps: atLeast(1000),
    },
    PARTITION_FETCH,
    TOTAL_FETCH,
    COOPERATIVE,
  ],
  latency: [
    { key: 'fetch.min.bytes', value: DEFAULT, reason: 'the broker answers as soon as there is one record' },
    {
      key: 'max.poll.records',
      value: '100',
      reason: 'a batch is handled sooner, so the next poll() comes sooner',
      price: 'more poll() calls under load',
      keeps: between(1, 100),
    },
    PARTITION_FETCH,
    TOTAL_FETCH,
    COOPERATIVE,
    ...QUICK_SESSION,
  ],
  durability: [
    {
      key: 'enable.auto.commit',
      value: 'false',
      reason: 'an offset is committed only after its record was handled',
      price: 'your code must commit, or the group never moves on after a restart',
      confirm: true,
    },
    EARLIEST,
    {
      key: 'isolation.level',
      value: 'read_committed',
      reason: 'records of aborted transactions are never seen',
      price: 'reading stops at the first open transaction',
    },
    COOPERATIVE,
  ],
  balanced: [
    { key: 'fetch.min.bytes', value: DEFAULT, reason: 'the broker answers as soon as there is one record' },
    PARTITION_FETCH,
    TOTAL_FETCH,
    COOPERATIVE,
  ],
  development: [EARLIEST, ...QUICK_SESSION],
};
