import type { Role } from '../../../server/src/model/scope';

const BROKER = [
  ['group.min.session.timeout.ms', 'group.max.session.timeout.ms'],
  ...['consumer', 'share', 'streams'].map((kind) =>
    ['heartbeat.interval.ms', 'session.timeout.ms', 'assignment.interval.ms'].flatMap((name) => [
      `group.${kind}.${name}`,
      `group.${kind}.min.${name}`,
      `group.${kind}.max.${name}`,
    ]),
  ),
  [
    'group.share.record.lock.duration.ms',
    'group.share.min.record.lock.duration.ms',
    'group.share.max.record.lock.duration.ms',
  ],
  ['group.share.delivery.count.limit', 'group.share.max.delivery.count.limit', 'group.share.min.delivery.count.limit'],
  [
    'group.share.partition.max.record.locks',
    'group.share.max.partition.max.record.locks',
    'group.share.min.partition.max.record.locks',
  ],
  ['group.streams.num.standby.replicas', 'group.streams.max.standby.replicas'],
  [
    'replica.fetch.wait.max.ms',
    'replica.lag.time.max.ms',
    'replica.socket.timeout.ms',
    'replica.fetch.max.bytes',
    'replica.fetch.response.max.bytes',
  ],
  ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours', 'log.retention.bytes'],
  ['log.roll.ms', 'log.roll.hours', 'log.roll.jitter.ms', 'log.roll.jitter.hours'],
  ['log.cleaner.min.compaction.lag.ms', 'log.cleaner.max.compaction.lag.ms'],
  ['log.cleaner.dedupe.buffer.size', 'log.cleaner.threads', 'log.cleaner.io.buffer.size'],
  [
    'log.local.retention.ms',
    'log.local.retention.bytes',
    'log.retention.ms',
    'log.retention.bytes',
    'remote.log.storage.system.enable',
  ],
  ['offsets.commit.required.acks', 'offsets.topic.replication.factor'],
  ['connections.max.idle.ms', 'connection.failed.authentication.delay.ms'],
  ['max.connections.per.ip', 'max.connections.per.ip.overrides'],
  ['queued.max.request.bytes', 'socket.request.max.bytes', 'message.max.bytes'],
  ['broker.id', 'node.id', 'reserved.broker.max.id', 'broker.id.generation.enable'],
  [
    'listeners',
    'advertised.listeners',
    'listener.security.protocol.map',
    'inter.broker.listener.name',
    'controller.listener.names',
  ],
  ['listeners', 'inter.broker.listener.name', 'security.inter.broker.protocol', 'control.plane.listener.name'],
  [
    'process.roles',
    'node.id',
    'controller.quorum.voters',
    'controller.quorum.bootstrap.servers',
    'controller.listener.names',
    'listeners',
  ],
  ['security.inter.broker.protocol', 'sasl.enabled.mechanisms', 'sasl.mechanism.inter.broker.protocol', 'listeners'],
  ['inter.broker.protocol.version', 'log.message.format.version', 'offsets.topic.compression.codec'],
  ['broker.heartbeat.interval.ms', 'broker.session.timeout.ms', 'process.roles'],
  ['zookeeper.connect', 'process.roles', 'zookeeper.metadata.migration.enable', 'controller.quorum.voters'],
  [
    'remote.fetch.max.wait.ms',
    'remote.log.manager.thread.pool.size',
    'remote.log.manager.copier.thread.pool.size',
    'remote.log.manager.expiration.thread.pool.size',
  ],
  ['log.dirs', 'log.dir', 'cordoned.log.dirs'],
  ['transaction.state.log.min.isr', 'transaction.state.log.replication.factor', 'transaction.max.timeout.ms'],
  ['min.insync.replicas', 'default.replication.factor'],
] as const;

const PRODUCER = [
  ['acks', 'enable.idempotence', 'max.in.flight.requests.per.connection', 'retries', 'transactional.id'],
  ['delivery.timeout.ms', 'linger.ms', 'request.timeout.ms'],
  [
    'transactional.id',
    'transaction.timeout.ms',
    'delivery.timeout.ms',
    'transaction.two.phase.commit.enable',
    'enable.idempotence',
  ],
  ['retry.backoff.ms', 'retry.backoff.max.ms', 'reconnect.backoff.ms', 'reconnect.backoff.max.ms'],
  ['socket.connection.setup.timeout.ms', 'socket.connection.setup.timeout.max.ms'],
  ['batch.size', 'buffer.memory', 'max.request.size'],
  ['compression.type', 'compression.gzip.level', 'compression.lz4.level', 'compression.zstd.level'],
  ['partitioner.class', 'partitioner.ignore.keys', 'partitioner.adaptive.partitioning.enable'],
];

const CONSUMER = [
  ['session.timeout.ms', 'heartbeat.interval.ms', 'max.poll.interval.ms', 'request.timeout.ms', 'group.protocol'],
  ['group.id', 'enable.auto.commit', 'group.instance.id', 'auto.commit.interval.ms'],
  [
    'group.protocol',
    'group.remote.assignor',
    'partition.assignment.strategy',
    'session.timeout.ms',
    'heartbeat.interval.ms',
  ],
  ['fetch.min.bytes', 'fetch.max.bytes', 'max.partition.fetch.bytes', 'fetch.max.wait.ms'],
  ['request.timeout.ms', 'default.api.timeout.ms', 'fetch.max.wait.ms'],
  ['auto.offset.reset', 'group.protocol', 'isolation.level'],
];

const ADMIN = [
  ['request.timeout.ms', 'default.api.timeout.ms'],
  ['bootstrap.servers', 'bootstrap.controllers'],
  ['retry.backoff.ms', 'retry.backoff.max.ms'],
];

const CONNECT = [
  ['group.id', 'offset.storage.topic', 'config.storage.topic', 'status.storage.topic'],
  ['heartbeat.interval.ms', 'session.timeout.ms', 'rebalance.timeout.ms', 'worker.sync.timeout.ms'],
  ['exactly.once.source.support', 'connect.protocol', 'inter.worker.key.ttl.ms', 'inter.worker.key.size'],
  ['listeners', 'admin.listeners', 'rest.advertised.listener', 'rest.advertised.port', 'rest.advertised.host.name'],
  ['inter.worker.signature.algorithm', 'inter.worker.verification.algorithms', 'inter.worker.key.generation.algorithm'],
];

/** Settings that Kafka, or somebody's common sense, compares with each other. */
export const GROUPS: Readonly<Partial<Record<Role, readonly (readonly string[])[]>>> = {
  broker: BROKER,
  controller: BROKER,
  combined: BROKER,
  topic: [
    ['min.compaction.lag.ms', 'max.compaction.lag.ms', 'cleanup.policy'],
    ['cleanup.policy', 'remote.storage.enable', 'remote.log.copy.disable', 'remote.log.delete.on.disable'],
    ['retention.ms', 'local.retention.ms', 'retention.bytes', 'local.retention.bytes', 'remote.storage.enable'],
    [
      'remote.storage.enable',
      'remote.log.copy.disable',
      'local.retention.ms',
      'retention.ms',
      'local.retention.bytes',
      'retention.bytes',
    ],
    [
      'remote.copy.lag.ms',
      'remote.copy.lag.bytes',
      'local.retention.ms',
      'local.retention.bytes',
      'remote.storage.enable',
    ],
    ['segment.ms', 'segment.jitter.ms', 'segment.bytes', 'retention.ms', 'max.message.bytes'],
    ['compression.type', 'compression.gzip.level', 'compression.lz4.level', 'compression.zstd.level'],
  ],
  producer: PRODUCER,
  consumer: CONSUMER,
  admin: ADMIN,
  'connect-distributed': CONNECT,
  'connect-standalone': CONNECT,
  streams: [
    ['processing.guarantee', 'commit.interval.ms', 'transaction.timeout.ms', 'producer.transaction.timeout.ms'],
    [
      'processing.guarantee',
      'producer.enable.idempotence',
      'producer.max.in.flight.requests.per.connection',
      'producer.acks',
    ],
    ['cache.max.bytes.buffering', 'statestore.cache.max.bytes'],
    [
      'consumer.enable.auto.commit',
      'main.consumer.auto.offset.reset',
      'consumer.isolation.level',
      'processing.guarantee',
    ],
    ['request.timeout.ms', 'task.timeout.ms', 'retry.backoff.ms', 'default.api.timeout.ms'],
    [
      'group.protocol',
      'num.standby.replicas',
      'acceptable.recovery.lag',
      'processing.guarantee',
      'main.consumer.group.instance.id',
    ],
    ['rack.aware.assignment.strategy', 'rack.aware.assignment.tags', 'num.standby.replicas'],
  ],
  'mirror-maker': [
    ['clusters', 'primary.bootstrap.servers', 'primary->backup.enabled'],
    ['offset-syncs.topic.location', 'emit.checkpoints.enabled', 'sync.group.offsets.enabled'],
  ],
};
