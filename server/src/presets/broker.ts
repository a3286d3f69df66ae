import type { Reader } from '../catalogue/reader';
import { atLeast, between, DEFAULT, oneOf, type PresetSetting, type PresetTable } from './types';

const fewerThanThree = (reader: Reader): boolean => (reader.scope.brokers ?? 3) < 3;

const THREE_COPIES = 'one broker may be lost without losing data';
const THREE_BROKERS = 'needs at least three brokers, and three times the disk';

const copies = (key: string): PresetSetting => ({
  key,
  value: '3',
  reason: THREE_COPIES,
  price: THREE_BROKERS,
  keeps: atLeast(3),
  unless: fewerThanThree,
});

/** Below the number of replicas, or one broker that is down would stop writes. */
const minIsr = (key: string, replicas: string): PresetSetting => ({
  key,
  value: '2',
  reason: 'acks=all means at least two copies',
  price: 'writes with acks=all stop when fewer than two replicas are in sync',
  unless: (reader) => {
    const copies = reader.number(replicas) ?? 3;
    const present = reader.number(key) ?? 1;
    return fewerThanThree(reader) || copies < 3 || (present >= 2 && present < copies);
  },
});

const REPLICATION: readonly PresetSetting[] = [
  copies('default.replication.factor'),
  minIsr('min.insync.replicas', 'default.replication.factor'),
  copies('offsets.topic.replication.factor'),
  copies('transaction.state.log.replication.factor'),
  minIsr('transaction.state.log.min.isr', 'transaction.state.log.replication.factor'),
];

const CAREFUL: readonly PresetSetting[] = [
  {
    key: 'unclean.leader.election.enable',
    value: DEFAULT,
    reason: 'an out-of-sync replica never becomes leader and drops acknowledged records',
    price: 'a partition stays offline until an in-sync replica is back',
    keeps: oneOf('false'),
  },
  {
    key: 'auto.create.topics.enable',
    value: 'false',
    reason: 'a typo does not create a topic',
    price: 'topics must be created before they are used',
    confirm: true,
  },
  {
    key: 'compression.type',
    value: DEFAULT,
    reason: "the producer's codec is kept and the broker does not compress again",
    keeps: oneOf('producer'),
  },
  {
    key: 'log.flush.interval.messages',
    value: DEFAULT,
    reason: 'replication makes records safe; forced flushes only cost throughput',
    unless: (reader) => !isReplicated(reader),
  },
  {
    key: 'log.flush.interval.ms',
    value: DEFAULT,
    reason: 'replication makes records safe; forced flushes only cost throughput',
    unless: (reader) => !isReplicated(reader),
  },
  {
    key: 'replica.lag.time.max.ms',
    value: DEFAULT,
    reason: 'a follower may pause 30 s before it leaves the in-sync replicas',
    keeps: atLeast(30000),
  },
];

/** Removing a forced flush is only right where other brokers hold copies. */
function isReplicated(reader: Reader): boolean {
  return !fewerThanThree(reader);
}

const threads = (key: string, count: number, reason: string): PresetSetting => ({
  key,
  value: String(count),
  reason,
  price: 'threads on hosts with few cores only contend',
  keeps: between(count, 64),
});

const SOCKET_BUFFERS: readonly PresetSetting[] = ['socket.send.buffer.bytes', 'socket.receive.buffer.bytes'].map(
  (key) => ({
    key,
    value: '-1',
    reason: 'the operating system tunes the buffer; a fixed 100 KiB limits connections with long round trips',
    keeps: atLeast(1048576),
  }),
);

const recovery = (count: number): PresetSetting => ({
  key: 'num.recovery.threads.per.data.dir',
  value: String(count),
  reason: 'logs are checked side by side after a crash, so the broker is back sooner',
  keeps: atLeast(count),
});

const partitions = (count: number): PresetSetting => ({
  key: 'num.partitions',
  value: String(count),
  reason: 'several consumers of a group can share a topic that was created without a count',
  price: 'only for new topics; order holds within a partition alone',
  keeps: atLeast(2),
});

const fetchers = (count: number): PresetSetting => threads('num.replica.fetchers', count, 'followers catch up faster');

export const BROKER_PRESETS: PresetTable = {
  throughput: [
    threads('num.network.threads', 8, 'more requests are read and answered side by side'),
    threads('num.io.threads', 16, 'more requests are handled side by side'),
    fetchers(4),
    ...SOCKET_BUFFERS,
    partitions(6),
    recovery(4),
    ...REPLICATION,
    ...CAREFUL,
  ],
  latency: [
    threads('num.network.threads', 8, 'requests wait less for a network thread'),
    threads('num.io.threads', 16, 'requests wait less for a handler'),
    fetchers(4),
    ...SOCKET_BUFFERS,
    recovery(2),
    ...REPLICATION,
    ...CAREFUL,
  ],
  durability: [fetchers(2), partitions(3), recovery(2), ...REPLICATION, ...CAREFUL],
  balanced: [fetchers(2), ...SOCKET_BUFFERS, partitions(3), recovery(2), ...REPLICATION, ...CAREFUL],
  development: [
    ...[
      'default.replication.factor',
      'min.insync.replicas',
      'offsets.topic.replication.factor',
      'transaction.state.log.replication.factor',
      'transaction.state.log.min.isr',
      'share.coordinator.state.topic.replication.factor',
      'share.coordinator.state.topic.min.isr',
    ].map(
      (key): PresetSetting => ({
        key,
        value: '1',
        reason: 'a single broker can hold it',
        price: 'no copy: losing the broker loses the data',
        confirm: true,
      }),
    ),
    {
      key: 'group.initial.rebalance.delay.ms',
      value: '0',
      reason: 'a consumer starts at once instead of after 3 s',
      price: 'more rebalances when many consumers start together',
    },
  ],
};
