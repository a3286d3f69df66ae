/** What a file can be about; the exact role follows from single keys and the name. */
const FAMILIES = ['server', 'producer', 'consumer', 'client', 'connect', 'connector', 'streams', 'topic'] as const;
type Family = (typeof FAMILIES)[number];

/**
 * How strongly a key tells its family, 1 to 4. Keys of several families or of other programs (`port`, `name`,
 * `client.id`, `compression.type`) tell nothing and are not here.
 */
const TELLING_KEYS: Readonly<Record<Family, string>> = {
  server: `
    4 process.roles broker.id controller.quorum.voters controller.quorum.bootstrap.servers controller.listener.names
    3 zookeeper.connect advertised.listeners inter.broker.listener.name listener.security.protocol.map
    3 security.inter.broker.protocol sasl.mechanism.inter.broker.protocol inter.broker.protocol.version
    3 num.network.threads num.io.threads socket.request.max.bytes num.recovery.threads.per.data.dir
    3 offsets.topic.replication.factor offsets.topic.num.partitions transaction.state.log.replication.factor
    3 transaction.state.log.min.isr log.retention.check.interval.ms default.replication.factor num.replica.fetchers
    3 auto.create.topics.enable group.initial.rebalance.delay.ms log.message.format.version log.flush.interval.messages
    2 log.dirs log.segment.bytes log.retention.hours log.retention.minutes log.retention.ms log.retention.bytes
    2 log.cleanup.policy log.cleaner.enable log.roll.hours log.roll.ms log.flush.interval.ms message.max.bytes
    2 replica.fetch.max.bytes replica.lag.time.max.ms queued.max.requests background.threads delete.topic.enable
    2 auto.leader.rebalance.enable unclean.leader.election.enable broker.rack metadata.log.dir zookeeper.connection.timeout.ms
    2 sasl.enabled.mechanisms super.users
    1 node.id listeners num.partitions min.insync.replicas authorizer.class.name log.dir socket.receive.buffer.bytes
    1 socket.send.buffer.bytes`,
  producer: `
    3 key.serializer value.serializer linger.ms enable.idempotence max.in.flight.requests.per.connection buffer.memory
    3 metadata.broker.list delivery.timeout.ms
    2 acks transactional.id partitioner.class max.block.ms max.request.size batch.size request.required.acks
    1 producer.type compression.codec serializer.class retries`,
  consumer: `
    3 key.deserializer value.deserializer auto.offset.reset enable.auto.commit max.poll.records max.poll.interval.ms
    3 partition.assignment.strategy max.partition.fetch.bytes
    2 group.id auto.commit.interval.ms fetch.min.bytes fetch.max.wait.ms fetch.max.bytes group.instance.id isolation.level
    2 group.protocol
    1 session.timeout.ms heartbeat.interval.ms exclude.internal.topics`,
  client: `
    3 bootstrap.servers
    2 security.protocol sasl.mechanism sasl.jaas.config sasl.login.callback.handler.class
    1 ssl.truststore.location ssl.keystore.location ssl.endpoint.identification.algorithm`,
  connect: `
    4 offset.storage.topic config.storage.topic status.storage.topic offset.storage.file.filename
    3 offset.flush.interval.ms connector.client.config.override.policy exactly.once.source.support
    2 key.converter value.converter plugin.path offset.storage.replication.factor config.storage.replication.factor
    2 status.storage.replication.factor rest.advertised.host.name plugin.discovery`,
  connector: `
    4 connector.class
    2 tasks.max transforms errors.tolerance
    1 topics topics.regex key.converter value.converter`,
  streams: `
    4 num.stream.threads default.key.serde default.value.serde num.standby.replicas processing.guarantee
    4 statestore.cache.max.bytes cache.max.bytes.buffering default.timestamp.extractor
    4 default.deserialization.exception.handler deserialization.exception.handler
    3 application.id state.dir application.server topology.optimization`,
  topic: `
    2 retention.ms retention.bytes cleanup.policy segment.ms segment.bytes max.message.bytes delete.retention.ms
    2 min.cleanable.dirty.ratio min.compaction.lag.ms max.compaction.lag.ms file.delete.delay.ms flush.messages
    1 min.insync.replicas unclean.leader.election.enable`,
};

interface Weight {
  readonly family: Family;
  readonly points: number;
}

const WEIGHTS: ReadonlyMap<string, readonly Weight[]> = weights();

export type Scores = Readonly<Record<Family, number>>;

/** The sum of the weights of the distinct keys, a family each. */
export function scoreKeys(keys: Iterable<string>): Scores {
  const scores: Record<Family, number> = {
    server: 0,
    producer: 0,
    consumer: 0,
    client: 0,
    connect: 0,
    connector: 0,
    streams: 0,
    topic: 0,
  };
  for (const key of keys) {
    for (const { family, points } of WEIGHTS.get(key) ?? []) scores[family] += points;
  }
  return scores;
}

function weights(): Map<string, Weight[]> {
  const result = new Map<string, Weight[]>();
  for (const family of FAMILIES) {
    for (const line of TELLING_KEYS[family].trim().split('\n')) {
      const [points = '0', ...keys] = line.trim().split(/\s+/);
      for (const key of keys) result.set(key, [...(result.get(key) ?? []), { family, points: Number(points) }]);
    }
  }
  return result;
}
