import { atLeast, DEFAULT, oneOf, type PresetSetting, type PresetTable } from './types';

const TWO_IN_SYNC: PresetSetting = {
  key: 'min.insync.replicas',
  value: '2',
  reason: 'acks=all means at least two copies',
  price: 'needs a replication factor of three; writes with acks=all stop when fewer than two replicas are in sync',
  keeps: atLeast(2),
};

const PRODUCERS_CODEC: PresetSetting = {
  key: 'compression.type',
  value: DEFAULT,
  reason: "the producer's codec is kept and the broker does not compress again",
  keeps: oneOf('producer'),
};

const CLEAN_ELECTIONS: PresetSetting = {
  key: 'unclean.leader.election.enable',
  value: DEFAULT,
  reason: 'an out-of-sync replica never becomes leader and drops acknowledged records',
  price: 'a partition stays offline until an in-sync replica is back',
  keeps: oneOf('false'),
};

const NO_FORCED_FLUSH: readonly PresetSetting[] = ['flush.messages', 'flush.ms'].map((key) => ({
  key,
  value: DEFAULT,
  reason: 'replication makes records safe; forced flushes only cost throughput',
  price: 'with a single copy, a crash of the host can lose the last records',
  confirm: true,
}));

const EVERYWHERE = [TWO_IN_SYNC, PRODUCERS_CODEC, CLEAN_ELECTIONS];

export const TOPIC_PRESETS: PresetTable = {
  throughput: [...EVERYWHERE, ...NO_FORCED_FLUSH],
  latency: [...EVERYWHERE, ...NO_FORCED_FLUSH],
  durability: EVERYWHERE,
  balanced: EVERYWHERE,
  development: [
    {
      key: 'min.insync.replicas',
      value: '1',
      reason: 'a topic with one replica can be written to',
      price: 'no copy: losing the broker loses the data',
      confirm: true,
    },
  ],
};
