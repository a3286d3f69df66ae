import { tableOf } from '../../model/tableOf';

/** Our own words, with unit and effect; see describe.ts. */
export const STREAMS_DESCRIPTIONS: Readonly<Record<string, string>> = tableOf({
  'application.id':
    'The name of the application: its consumer group and the prefix of its internal topics and state. Changing it starts from nothing.',
  'application.server': 'The `host:port` under which this instance answers queries of its state.',
  'bootstrap.servers':
    'Brokers to start from, as `host:port`, comma-separated. Two or three are enough: the rest of the cluster is learnt from them.',
  'processing.guarantee':
    '`at_least_once`, or `exactly_once_v2`, which needs brokers of 2.5 or later and by default three of them.',
  'num.stream.threads': 'Threads that process records. More than there are tasks stay idle.',
  'num.standby.replicas':
    "Copies of each state store on other instances, so that a failed instance's work goes on soon.",
  'replication.factor': "Replicas of internal topics; -1 takes the broker's default.",
  'state.dir':
    'Where state stores lie. The default is under `/tmp`, which many systems empty at reboot, so that all state is rebuilt.',
  'commit.interval.ms': 'How often, in ms, positions are committed: 30 s by default, 100 ms with exactly-once.',
  'cache.max.bytes.buffering':
    'Memory in bytes for caches of all threads; `statestore.cache.max.bytes` took its place in 3.4.',
  'statestore.cache.max.bytes':
    'Memory in bytes for the caches of state stores of all threads. Larger caches send fewer updates on.',
  'buffered.records.per.partition': 'How many records of each partition wait to be processed.',
  'poll.ms': 'How long, in ms, a thread waits for new records.',
  'max.task.idle.ms':
    'How long, in ms, a task waits for all of its partitions to have records, so that joins see them in order; -1 never waits.',
  'max.warmup.replicas': 'How many extra standbys may warm up at a time before work is moved.',
  'acceptable.recovery.lag': 'By how many records a standby may be behind and still take a task over.',
  'probing.rebalance.interval.ms': 'How often, in ms, to check whether a standby has warmed up.',
  'task.timeout.ms': 'How long, in ms, a task may stall on errors of the cluster before it fails.',
  'default.key.serde': 'The class that serializes keys where the topology names none.',
  'default.value.serde': 'The class that serializes values where the topology names none.',
  'default.timestamp.extractor': 'The class that gives a record its time.',
  'default.deserialization.exception.handler':
    'What happens to records that cannot be read; `deserialization.exception.handler` since 4.0.',
  'default.production.exception.handler':
    'What happens to records that cannot be written; `production.exception.handler` since 4.0.',
  'deserialization.exception.handler': 'The class that decides whether an unreadable record stops the application.',
  'production.exception.handler': 'The class that decides whether a failed write stops the application.',
  'processing.exception.handler': 'The class that decides whether an exception in a processor stops the application.',
  'default.dsl.store': 'The kind of state store: `rocksDB` or `in_memory`.',
  'dsl.store.suppliers.class': 'The class that makes the state stores.',
  'rocksdb.config.setter': 'A class that tunes RocksDB.',
  'state.cleanup.delay.ms': 'How long, in ms, the state of a task that has moved away stays on disk.',
  'repartition.purge.interval.ms': 'How often, in ms, records of repartition topics that are done with are deleted.',
  'topology.optimization': 'Which optimizations of the topology apply: `all`, `none`, or some by name.',
  'upgrade.from': 'The version that a rolling upgrade starts from.',
  'group.protocol': "`classic`, or `streams` for the broker's own assignment of tasks (KIP-1071).",
  'built.in.metrics.version': 'The version of the names of metrics.',
  'windowstore.changelog.additional.retention.ms':
    "How much longer, in ms, window stores' changelogs keep records, against late ones.",
  'rack.aware.assignment.strategy':
    'How tasks are kept near their data: `none`, `min_traffic` or `balance_subtopology`.',
  'rack.aware.assignment.tags': 'Client tags by which standbys are spread.',
  'log.summary.interval.ms': 'How often, in ms, a summary is logged; -1 never.',
  'task.assignor.class': 'The class that assigns tasks.',
  'errors.dead.letter.queue.topic.name': 'The topic that records with errors go to.',
  'ensure.explicit.internal.resource.naming':
    'Whether every internal topic and store must have a name of its own, so that changes of the topology keep state.',
});
