import { tableOf } from '../../model/tableOf';

/** Our own words, with unit and effect; see describe.ts. */
export const BROKER_DESCRIPTIONS: Readonly<Record<string, string>> = tableOf({
  'process.roles':
    'What the process is: `broker`, `controller`, or both. Required since 4.0; without it an older server runs in ZooKeeper mode. Both in one process suits development only.',
  'node.id':
    'The number that identifies this node among all brokers and controllers of a KRaft cluster. It must not change once the node has data.',
  'broker.id': "The broker's number under its old name; `node.id` takes its place in KRaft mode.",
  'broker.rack':
    'The rack or availability zone of this broker. Replicas are spread over racks, and consumers with the same `client.rack` can fetch from a replica nearby.',
  'controller.quorum.voters':
    'The fixed set of controllers as `id@host:port`, comma-separated, the same on every node. Use three or five of them; newer clusters name `controller.quorum.bootstrap.servers` instead.',
  'controller.quorum.bootstrap.servers':
    'Addresses from which a node finds the controllers, `host:port` comma-separated, where the set of voters is kept in the metadata log (KIP-853, since 3.9).',
  'controller.quorum.auto.join.enable':
    'Whether a controller adds itself to the voters when it starts. Only for nodes with the controller role.',
  'controller.quorum.election.timeout.ms':
    'How long, in ms, a voter waits without reaching a leader before it stands for election.',
  'controller.quorum.election.backoff.max.ms': 'The longest wait, in ms, before a lost election is started again.',
  'controller.quorum.fetch.timeout.ms':
    'How long, in ms, a voter goes without a fetch from the leader before it stands for election, or a leader without fetches from a majority before it resigns.',
  'controller.quorum.request.timeout.ms': 'How long, in ms, a request between controllers may take.',
  'controller.quorum.append.linger.ms':
    'How long, in ms, the leading controller gathers records before it writes them to the metadata log.',
  'controller.quorum.retry.backoff.ms':
    'How long, in ms, a request between controllers waits before it is tried again.',
  'controller.listener.names':
    'The listeners that controllers use, by name and comma-separated. Brokers connect to the first one.',
  'controller.socket.timeout.ms': 'How long, in ms, a request of the controller to a broker may take.',
  'initial.broker.registration.timeout.ms':
    'How long, in ms, a starting broker tries to register with the controllers before it gives up and stops.',
  'broker.heartbeat.interval.ms': 'How often, in ms, a broker tells the controller that it lives.',
  'broker.session.timeout.ms':
    'How long, in ms, the controller waits for a heartbeat before it fences the broker and moves its leaders.',
  'metadata.log.dir': 'Where the metadata log lies; by default the first of `log.dirs`.',
  'metadata.log.segment.bytes': 'The size in bytes at which a segment of the metadata log is closed.',
  'metadata.log.segment.ms': 'The age in ms at which a segment of the metadata log is closed.',
  'metadata.log.max.record.bytes.between.snapshots':
    'How many bytes the metadata log may grow before a new snapshot is taken.',
  'metadata.log.max.snapshot.interval.ms':
    'How long, in ms, to wait at most before a snapshot is taken of a metadata log that has changed.',
  'metadata.max.retention.bytes':
    'The size in bytes of metadata log and snapshots after which the oldest parts are deleted.',
  'metadata.max.retention.ms':
    'The age in ms after which parts of the metadata log that a snapshot covers are deleted.',
  'metadata.max.idle.interval.ms':
    'How often, in ms, an idle controller writes a no-op record, so that followers see progress. 0 writes none.',
  listeners:
    'The addresses that this node binds, as `name://host:port`, comma-separated; an empty host binds every interface. Each name that is no security protocol needs an entry in `listener.security.protocol.map`.',
  'advertised.listeners':
    'The addresses that clients and other brokers are told to connect to. They must be reachable from there: `localhost` works for clients on the same host only, and `0.0.0.0` for nobody.',
  'listener.security.protocol.map':
    'Which security protocol each listener name uses, as `name:protocol` pairs: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL.',
  'inter.broker.listener.name':
    'The listener that brokers use among themselves. Set either this or `security.inter.broker.protocol`.',
  'security.inter.broker.protocol':
    'The security protocol among brokers, where `inter.broker.listener.name` is not set.',
  'early.start.listeners': 'Listeners that open before authorization is ready, such as that of the controllers.',
  'num.network.threads':
    'Threads for each listener that read requests and write answers. Raise it while the network processors are idle less than 30 % of the time.',
  'num.io.threads':
    'Threads that handle requests, disk access included. Raise it while the request handlers are idle less than 30 % of the time; at least one for each log directory.',
  'background.threads': 'Threads for housekeeping such as deleting old segments.',
  'queued.max.requests': 'How many requests may wait for a handler before network threads stop reading.',
  'queued.max.request.bytes': 'How many bytes of requests may wait before no more are read; -1 sets no bound.',
  'request.timeout.ms': 'How long, in ms, this broker waits for an answer when it acts as a client.',
  'socket.send.buffer.bytes':
    'The TCP send buffer of each connection in bytes. -1 leaves it to the operating system, which lets it grow on fast links with long round trips.',
  'socket.receive.buffer.bytes':
    'The TCP receive buffer of each connection in bytes. -1 leaves it to the operating system, which lets it grow on fast links with long round trips.',
  'socket.request.max.bytes':
    'The largest request in bytes that is read. It must exceed the largest batch; a larger request ends the connection.',
  'socket.listen.backlog.size':
    'How many connections may wait to be accepted. The kernel caps it at its own limit (`somaxconn`).',
  'socket.connection.setup.timeout.ms': 'How long, in ms, the first attempt to connect may take.',
  'socket.connection.setup.timeout.max.ms': 'The longest, in ms, that repeated attempts to connect may take each.',
  'connections.max.idle.ms': 'How long, in ms, a connection may be idle before it is closed.',
  'connections.max.reauth.ms':
    'How long, in ms, a SASL session lasts before the client must authenticate again; 0 never asks.',
  'connection.failed.authentication.delay.ms':
    'How long, in ms, the answer to a failed login is held back. It must be less than `connections.max.idle.ms`.',
  'max.connections': 'How many connections this broker takes in all; can be set for one listener with its prefix.',
  'max.connections.per.ip': 'How many connections one client address may have.',
  'max.connections.per.ip.overrides': 'Other limits for single addresses, as `host:count`, comma-separated.',
  'max.connection.creation.rate': 'How many connections may be opened a second.',
  'max.incremental.fetch.session.cache.slots':
    'How many incremental fetch sessions the broker remembers. With more clients than slots, fetches carry every partition again.',
  'fetch.max.bytes':
    'The most bytes that this broker answers one fetch with. At least one batch is sent whatever its size.',
  'num.partitions':
    'Partitions of a topic that is created without a count. More partitions let more consumers of a group work side by side.',
  'default.replication.factor':
    'Replicas of a topic that is created without a factor, automatically or with -1. With 1, losing a broker loses data.',
  'min.insync.replicas':
    'How many in-sync replicas a write with `acks=all` needs. With a replication factor of 3, 2 survives the loss of one broker without losing acknowledged records.',
  'unclean.leader.election.enable':
    'Whether a replica out of sync may become leader when no other is left. It brings the partition back at the price of acknowledged records.',
  'auto.create.topics.enable':
    "Whether producing to, or asking for, an unknown topic creates it with the broker's defaults.",
  'delete.topic.enable': 'Whether topics can be deleted.',
  'auto.leader.rebalance.enable': 'Whether leadership is moved back to the preferred replicas from time to time.',
  'leader.imbalance.check.interval.seconds':
    'How often, in seconds, the controller checks whether leaders should be moved back.',
  'controlled.shutdown.enable':
    'Whether a stopping broker hands its leaders over first, which keeps partitions available.',
  'num.replica.fetchers':
    'Threads for each source broker that copy from leaders. More of them let followers catch up faster, at the cost of CPU and connections.',
  'replica.lag.time.max.ms':
    "How long, in ms, a follower may go without reaching the leader's log end before it leaves the in-sync replicas.",
  'replica.fetch.max.bytes':
    'How many bytes a follower asks for in each partition; the first batch always comes whole.',
  'replica.fetch.min.bytes': 'How many bytes a follower waits for in each fetch.',
  'replica.fetch.response.max.bytes': 'How many bytes a follower asks for in one fetch over all partitions.',
  'replica.fetch.wait.max.ms':
    "How long, in ms, a follower's fetch waits for data. It must stay under `replica.lag.time.max.ms`, or quiet followers fall out of sync.",
  'replica.fetch.backoff.ms': 'How long, in ms, a follower waits after a failed fetch.',
  'replica.socket.timeout.ms':
    'How long, in ms, a follower waits for the network. It must be at least `replica.fetch.wait.max.ms`.',
  'replica.socket.receive.buffer.bytes': 'The TCP receive buffer of followers in bytes.',
  'replica.high.watermark.checkpoint.interval.ms': 'How often, in ms, high watermarks are written to disk.',
  'replica.selector.class':
    "The class that picks the replica a consumer reads from. `org.apache.kafka.common.replica.RackAwareReplicaSelector` keeps reads in the consumer's zone.",
  'replication.quota.window.num': 'How many windows the replication quota remembers.',
  'replication.quota.window.size.seconds': 'The length of each window of the replication quota in seconds.',
  'log.dirs':
    'The directories that hold the partitions, comma-separated, best one for each disk. `/tmp` is emptied by many systems at reboot.',
  'log.dir': 'A single directory for the partitions; `log.dirs` wins where both are set.',
  'cordoned.log.dirs': 'Directories of `log.dirs` that take no new partitions.',
  'log.dir.failure.timeout.ms':
    'How long, in ms, a broker waits to tell the controller of a failed log directory before it stops.',
  'log.segment.bytes':
    'The size in bytes at which a segment is closed. Retention and compaction work on closed segments; small ones cost file handles and memory maps.',
  'log.roll.ms': 'The age in ms at which a segment is closed even when it is small. Wins over `log.roll.hours`.',
  'log.roll.hours': 'The age in hours at which a segment is closed even when it is small.',
  'log.roll.jitter.ms':
    'A random part of up to so many ms taken off the roll time, so that segments do not all roll at once.',
  'log.roll.jitter.hours': 'A random part of up to so many hours taken off the roll time.',
  'log.retention.ms':
    'How long, in ms, records are kept under the `delete` policy; -1 keeps them. Wins over minutes and hours.',
  'log.retention.minutes': 'How long, in minutes, records are kept; wins over hours and yields to `log.retention.ms`.',
  'log.retention.hours': 'How long, in hours, records are kept, where neither ms nor minutes are set.',
  'log.retention.bytes':
    'How many bytes each partition may hold before its oldest segments go; -1 sets no bound. It counts for a partition, not for a topic.',
  'log.retention.check.interval.ms': 'How often, in ms, the broker looks for segments to delete.',
  'log.cleanup.policy':
    'What happens to old segments: `delete` drops them, `compact` keeps the last record of each key, both together do both.',
  'log.segment.delete.delay.ms':
    "How long, in ms, a deleted segment's file stays on disk, for readers that still have it open.",
  'log.cleaner.enable':
    'Whether the log cleaner runs. Without it compacted topics, the consumer offsets among them, grow for ever.',
  'log.cleaner.threads': 'Threads that compact logs.',
  'log.cleaner.dedupe.buffer.size':
    'Memory in bytes for all cleaner threads together to find duplicate keys; more of it cleans more in one pass.',
  'log.cleaner.io.buffer.size': 'Memory in bytes for reading and writing of all cleaner threads together.',
  'log.cleaner.io.buffer.load.factor': "How full the cleaner's key buffer may get, from 0 to 1.",
  'log.cleaner.io.max.bytes.per.second': 'The most bytes a second that the cleaner reads and writes.',
  'log.cleaner.backoff.ms': 'How long, in ms, the cleaner sleeps when there is nothing to clean.',
  'log.cleaner.min.cleanable.ratio':
    'The share of a log that must be uncleaned before it is compacted. Lower wastes less disk and cleans more often.',
  'log.cleaner.min.compaction.lag.ms': 'How long, in ms, a record stays uncompacted at least.',
  'log.cleaner.max.compaction.lag.ms': 'How long, in ms, a record may stay uncompacted at most.',
  'log.cleaner.delete.retention.ms':
    'How long, in ms, tombstones are kept in compacted topics, so that slow readers see the deletion.',
  'log.flush.interval.messages':
    'After how many records a log is forced to disk. The default leaves it to the operating system; replication keeps records safe.',
  'log.flush.interval.ms': 'After how many ms a log is forced to disk; unset leaves it to the operating system.',
  'log.flush.scheduler.interval.ms': 'How often, in ms, the broker checks whether a log is due for a forced flush.',
  'log.flush.offset.checkpoint.interval.ms': 'How often, in ms, recovery points are written to disk.',
  'log.flush.start.offset.checkpoint.interval.ms': 'How often, in ms, log start offsets are written to disk.',
  'log.index.interval.bytes': 'How many bytes of records lie between two entries of the offset index.',
  'log.index.size.max.bytes': 'The largest size of an offset index in bytes.',
  'log.preallocate': "Whether a new segment's file gets its full size at once, which helps on Windows only.",
  'log.message.timestamp.type':
    'Whether a record carries the time its producer set (`CreateTime`) or that of its append (`LogAppendTime`).',
  'log.message.timestamp.before.max.ms':
    "How far, in ms, a record's timestamp may lie in the past before it is rejected.",
  'log.message.timestamp.after.max.ms':
    "How far, in ms, a record's timestamp may lie in the future before it is rejected; one hour since 4.0.",
  'log.message.timestamp.difference.max.ms':
    "How far, in ms, a record's timestamp may lie from the broker's clock either way, before 4.0.",
  'log.message.format.version': 'The record format on disk, for clients before 0.11; without effect since 3.0.',
  'log.message.downconversion.enable':
    'Whether records are converted for very old consumers, which costs memory and CPU.',
  'log.local.retention.ms': 'How long, in ms, tiered segments stay on local disk; -2 takes `log.retention.ms`.',
  'log.local.retention.bytes':
    'How many bytes of tiered segments stay on local disk for each partition; -2 takes `log.retention.bytes`.',
  'message.max.bytes':
    "The largest batch in bytes, after compression, that the broker takes. Producers' `max.request.size` should not exceed it.",
  'compression.type':
    'The codec in which the broker stores batches. `producer` keeps what came; any other makes the broker compress again what came otherwise.',
  'compression.gzip.level': 'The effort of gzip when the broker compresses: -1 for its default, or 1 to 9.',
  'compression.lz4.level': 'The effort of lz4 when the broker compresses, 1 to 17.',
  'compression.zstd.level': 'The effort of zstd when the broker compresses; negative levels are the fastest.',
  'num.recovery.threads.per.data.dir':
    'Threads for each log directory that check logs at start after a crash and flush them at shutdown. More of them shorten a restart.',
  'num.replica.alter.log.dirs.threads': 'Threads that move replicas between log directories.',
  'offsets.topic.replication.factor':
    'Replicas of the topic that holds consumer offsets. It is created when the first group commits, and needs as many brokers.',
  'offsets.topic.num.partitions':
    'Partitions of the topic that holds consumer offsets; it must not change after the topic exists.',
  'offsets.topic.segment.bytes': 'The segment size in bytes of the topic that holds consumer offsets.',
  'offsets.topic.compression.codec': 'The codec, by number, of the topic that holds consumer offsets.',
  'offsets.retention.minutes':
    'How many minutes the offsets of a group without members are kept. After that the group starts at `auto.offset.reset`.',
  'offsets.retention.check.interval.ms': 'How often, in ms, the broker looks for offsets to drop.',
  'offsets.commit.timeout.ms': 'How long, in ms, an offset commit may wait for the replicas.',
  'offsets.load.buffer.size': 'How many bytes are read at once when a coordinator loads offsets.',
  'offset.metadata.max.bytes': 'How many bytes of free text may go with an offset commit.',
  'group.initial.rebalance.delay.ms':
    'How long, in ms, an empty group waits for more members before its first assignment. 0 suits development.',
  'group.min.session.timeout.ms': 'The shortest session timeout in ms that a consumer may ask for.',
  'group.max.session.timeout.ms': 'The longest session timeout in ms that a consumer may ask for.',
  'group.max.size': 'How many members a group may have.',
  'group.coordinator.rebalance.protocols': 'Which group protocols the coordinator offers.',
  'group.coordinator.threads': 'Threads that handle groups.',
  'group.coordinator.append.linger.ms': 'How long, in ms, the group coordinator gathers records before it writes them.',
  'group.coordinator.new.enable': 'Whether the new group coordinator runs, in versions that have both.',
  'group.consumer.assignors': 'The assignors that the broker offers to groups of the new protocol, the default first.',
  'group.consumer.session.timeout.ms':
    'How long, in ms, a member of a new-protocol group may be silent before it is removed.',
  'group.consumer.min.session.timeout.ms': 'The shortest session timeout in ms for new-protocol groups.',
  'group.consumer.max.session.timeout.ms': 'The longest session timeout in ms for new-protocol groups.',
  'group.consumer.heartbeat.interval.ms':
    'How often, in ms, members of new-protocol groups send heartbeats; the broker tells them.',
  'group.consumer.min.heartbeat.interval.ms': 'The shortest heartbeat interval in ms for new-protocol groups.',
  'group.consumer.max.heartbeat.interval.ms': 'The longest heartbeat interval in ms for new-protocol groups.',
  'group.consumer.max.size': 'How many members a new-protocol group may have.',
  'group.consumer.migration.policy': 'Whether a group may switch between the old and the new protocol while it runs.',
  'group.share.session.timeout.ms': 'How long, in ms, a member of a share group may be silent before it is removed.',
  'group.share.heartbeat.interval.ms': 'How often, in ms, members of share groups send heartbeats.',
  'group.share.record.lock.duration.ms':
    'How long, in ms, a record given to a member of a share group is locked for it.',
  'group.share.delivery.count.limit':
    'How often a record may be given to members of a share group before it is given up.',
  'group.share.max.size': 'How many members a share group may have.',
  'group.streams.session.timeout.ms':
    'How long, in ms, a member of a streams group may be silent before it is removed.',
  'group.streams.heartbeat.interval.ms': 'How often, in ms, members of streams groups send heartbeats.',
  'transaction.state.log.replication.factor':
    'Replicas of the topic that holds the state of transactions. It needs as many brokers.',
  'transaction.state.log.min.isr': 'How many in-sync replicas a write to the transaction state needs.',
  'transaction.state.log.num.partitions':
    'Partitions of the topic that holds the state of transactions; it must not change after the topic exists.',
  'transaction.state.log.segment.bytes': 'The segment size in bytes of the topic that holds the state of transactions.',
  'transaction.max.timeout.ms': 'The longest transaction timeout in ms that a producer may ask for.',
  'transaction.partition.verification.enable':
    'Whether the broker checks that a partition belongs to an open transaction, which prevents hanging transactions.',
  'transactional.id.expiration.ms': 'How long, in ms, an unused transactional id is remembered.',
  'producer.id.expiration.ms': "How long, in ms, an idle idempotent producer's state is remembered.",
  'share.coordinator.state.topic.replication.factor':
    'Replicas of the topic that holds the state of share groups. It needs as many brokers.',
  'share.coordinator.state.topic.min.isr': 'How many in-sync replicas a write to the state of share groups needs.',
  'share.coordinator.state.topic.num.partitions': 'Partitions of the topic that holds the state of share groups.',
  'authorizer.class.name':
    'The class that checks access. In KRaft mode it is `org.apache.kafka.metadata.authorizer.StandardAuthorizer`; empty lets everybody do everything.',
  'allow.everyone.if.no.acl.found': 'Whether a resource without any ACL is open to everyone.',
  'super.users': 'Principals that may do everything, as `User:name`, separated by semicolons.',
  'principal.builder.class': 'The class that makes a principal of an authenticated connection.',
  'create.topic.policy.class.name': 'A class that may reject the creation of a topic.',
  'alter.config.policy.class.name': 'A class that may reject a change of configuration.',
  'client.quota.callback.class': 'A class that decides the quota of each client.',
  'quota.window.num': 'How many windows client quotas remember.',
  'quota.window.size.seconds': 'The length of each window of client quotas in seconds.',
  'controller.quota.window.num': 'How many windows the quota of changes to topics remembers.',
  'controller.quota.window.size.seconds': 'The length of each window of the quota of changes to topics in seconds.',
  'delegation.token.secret.key': 'The secret with which delegation tokens are signed, the same on every broker.',
  'delegation.token.master.key': 'The old name of `delegation.token.secret.key`.',
  'delegation.token.max.lifetime.ms': 'How long, in ms, a delegation token can be renewed at most.',
  'delegation.token.expiry.time.ms': 'How long, in ms, a delegation token lasts without renewal.',
  'remote.log.storage.system.enable':
    'Whether tiered storage is on for this broker. It needs the storage and metadata manager classes.',
  'remote.log.storage.manager.class.name': 'The plugin class that keeps segments in remote storage.',
  'remote.log.storage.manager.class.path': 'Where the jars of the remote storage plugin lie.',
  'remote.log.metadata.manager.class.name':
    'The class that keeps track of remote segments; the default keeps it in a topic.',
  'remote.log.metadata.manager.listener.name':
    "The listener that the metadata manager connects to. It must be one of this broker's.",
  'remote.log.manager.thread.pool.size': 'Threads that copy, expire and read remote segments.',
  'remote.log.manager.copier.thread.pool.size': 'Threads that copy segments to remote storage.',
  'remote.log.manager.task.interval.ms': 'How often, in ms, segments are copied to and expired from remote storage.',
  'remote.log.reader.threads': 'Threads that read from remote storage.',
  'remote.log.index.file.cache.total.size.bytes': 'Disk space in bytes for indexes fetched from remote storage.',
  'remote.fetch.max.wait.ms': 'How long, in ms, a fetch may wait for remote storage.',
  'zookeeper.connect':
    'The ZooKeeper ensemble as `host:port`, comma-separated, with an optional path. ZooKeeper mode is gone since 4.0.',
  'zookeeper.connection.timeout.ms': 'How long, in ms, connecting to ZooKeeper may take.',
  'zookeeper.session.timeout.ms': 'How long, in ms, ZooKeeper waits for a sign of life of the broker.',
  'zookeeper.set.acl': 'Whether ZooKeeper nodes get access control lists.',
  'zookeeper.metadata.migration.enable':
    'Whether this node takes part in the move from ZooKeeper to KRaft, in 3.4 to 3.9.',
  'inter.broker.protocol.version':
    'The version that brokers speak among themselves in ZooKeeper mode; raised last in an upgrade.',
  'control.plane.listener.name': "A listener of its own for the controller's requests, in ZooKeeper mode.",
  'offsets.commit.required.acks':
    'How many acknowledgements an offset commit needed, before 4.0; only -1 was ever safe.',
  'telemetry.max.bytes': 'The largest push of client metrics in bytes that the broker takes.',
  'kafka.metrics.reporters': "Classes that report the broker's Yammer metrics.",
  'kafka.metrics.polling.interval.secs': 'How often, in seconds, those reporters are asked.',
});
