import { tableOf } from '../../model/tableOf';

/** Our own words, with unit and effect; see describe.ts. */
export const CONSUMER_DESCRIPTIONS: Readonly<Record<string, string>> = tableOf({
  'group.id': 'The consumer group. Its members share the partitions; offsets are committed under this name.',
  'group.instance.id':
    "A name that keeps a member's partitions over a restart (static membership), so that a rolling restart causes no rebalance.",
  'group.protocol':
    '`classic`, or `consumer` for the protocol of KIP-848, where the broker assigns partitions without stopping the group.',
  'group.remote.assignor': 'The assignor that the broker uses for a group of the new protocol.',
  'bootstrap.servers':
    'Brokers to start from, as `host:port`, comma-separated. Two or three are enough: the rest of the cluster is learnt from them.',
  'fetch.min.bytes':
    'How many bytes the broker waits for, up to `fetch.max.wait.ms`, before it answers a fetch. Larger means fewer requests and more latency when traffic is low.',
  'fetch.max.wait.ms': 'How long, in ms, the broker waits for `fetch.min.bytes`.',
  'fetch.max.bytes': 'The most bytes in one answer over all partitions; the first batch always comes whole.',
  'max.partition.fetch.bytes': 'The most bytes from one partition in one answer; the first batch always comes whole.',
  'max.poll.records':
    'The most records that one `poll()` returns. It changes no network traffic, only how much must be handled before the next `poll()`.',
  'max.poll.interval.ms':
    'How long, in ms, the application may take between two calls of `poll()` before it is removed from the group.',
  'session.timeout.ms':
    'How long, in ms, the group waits for a heartbeat before it removes a member. Classic protocol only.',
  'heartbeat.interval.ms':
    'How often, in ms, heartbeats are sent; at most a third of `session.timeout.ms`. Classic protocol only.',
  'enable.auto.commit':
    'Whether offsets are committed in the background, whether or not the records have been handled.',
  'auto.commit.interval.ms':
    'How often, in ms, offsets are committed in the background. Shorter costs requests; longer repeats more after a crash.',
  'auto.offset.reset':
    'Where a group starts that has no offset: at the `latest` record, at the `earliest`, or with an exception (`none`).',
  'partition.assignment.strategy':
    'The assignors that the member supports, best first. The cooperative sticky one moves only partitions that must move.',
  'isolation.level':
    '`read_committed` skips records of aborted transactions and stops at open ones; `read_uncommitted` shows all.',
  'client.rack': 'The rack or zone of this consumer, for brokers with a rack-aware replica selector.',
  'key.deserializer': 'The class that turns bytes into keys.',
  'value.deserializer': 'The class that turns bytes into values.',
  'allow.auto.create.topics': 'Whether asking for an unknown topic may create it, where the broker allows that too.',
  'check.crcs': 'Whether the checksum of each batch is verified, at the cost of some CPU.',
  'exclude.internal.topics': "Whether a subscription by pattern leaves Kafka's own topics out.",
  'default.api.timeout.ms': 'How long, in ms, calls without a timeout of their own may take.',
  'share.acknowledgement.mode': 'Whether a share consumer acknowledges records automatically or the application does.',
});
