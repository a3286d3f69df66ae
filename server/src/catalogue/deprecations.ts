import { tableOf } from '../model/tableOf';
import type { KafkaVersion } from '../model/version';

/** What Kafka's ConfigDefs do not say: from when a key is deprecated and what takes its place. */
export interface Succession {
  readonly deprecated?: KafkaVersion;
  /** The keys that take its place, in the same role. */
  readonly replacedBy?: readonly string[];
  /** What happened where no key takes its place, after "it was removed in Kafka x.y;". */
  readonly note?: string;
}

const BOTH_TIMESTAMP_BOUNDS = ['message.timestamp.before.max.ms', 'message.timestamp.after.max.ms'];
const BOTH_LOG_TIMESTAMP_BOUNDS = BOTH_TIMESTAMP_BOUNDS.map((key) => `log.${key}`);
const NO_ZOOKEEPER: Succession = { deprecated: '3.5', note: 'ZooKeeper mode is gone, KRaft needs no such setting' };

// Sources: the documentation strings of Kafka's own definitions ("Deprecated" from that release on), its upgrade notes,
// and for ZooKeeper the notes of 3.5.
export const BROKER_SUCCESSIONS: Readonly<Record<string, Succession>> = tableOf({
  'log.cleaner.enable': { deprecated: '4.1', note: 'the cleaner always runs' },
  'broker.id': { deprecated: '4.4', replacedBy: ['node.id'] },
  'remote.log.manager.thread.pool.size': {
    deprecated: '4.2',
    replacedBy: ['remote.log.manager.follower.thread.pool.size'],
  },
  'group.coordinator.rebalance.protocols': { deprecated: '4.3', note: 'every protocol is enabled by feature versions' },
  'log.message.timestamp.difference.max.ms': { deprecated: '3.6', replacedBy: BOTH_LOG_TIMESTAMP_BOUNDS },
  'log.message.format.version': { deprecated: '3.0', note: 'the broker always writes the newest format' },
  'log.message.downconversion.enable': { note: 'old record formats can no longer be fetched' },
  'inter.broker.protocol.version': { note: 'metadata.version is set with kafka-features.sh' },
  'delegation.token.master.key': { deprecated: '2.8', replacedBy: ['delegation.token.secret.key'] },
  'offsets.commit.required.acks': { deprecated: '3.8', note: 'offsets are always committed with acks=all' },
  'advertised.host.name': { replacedBy: ['advertised.listeners'] },
  'advertised.port': { replacedBy: ['advertised.listeners'] },
  'host.name': { replacedBy: ['listeners'] },
  port: { replacedBy: ['listeners'] },
  'quota.producer.default': { note: 'quotas are set with kafka-configs.sh' },
  'quota.consumer.default': { note: 'quotas are set with kafka-configs.sh' },
  'zookeeper.connect': NO_ZOOKEEPER,
  'zookeeper.connection.timeout.ms': NO_ZOOKEEPER,
  'zookeeper.session.timeout.ms': NO_ZOOKEEPER,
  'zookeeper.set.acl': NO_ZOOKEEPER,
  'zookeeper.max.in.flight.requests': NO_ZOOKEEPER,
  'zookeeper.metadata.migration.enable': { note: 'the migration from ZooKeeper ends before 4.0' },
  'control.plane.listener.name': { note: 'KRaft controllers have listeners of their own' },
  'controlled.shutdown.max.retries': { note: 'KRaft brokers shut down without retries of their own' },
  'controlled.shutdown.retry.backoff.ms': { note: 'KRaft brokers shut down without retries of their own' },
  'broker.id.generation.enable': { note: 'node.id must be set' },
  'reserved.broker.max.id': { note: 'node.id must be set' },
  'leader.imbalance.per.broker.percentage': { note: 'KRaft moves every leader back' },
  'auto.include.jmx.reporter': { note: 'metric.reporters has the JMX reporter by default' },
  'metadata.log.segment.min.bytes': { note: 'metadata.log.segment.bytes is checked without it' },
});

export const TOPIC_SUCCESSIONS: Readonly<Record<string, Succession>> = tableOf({
  'message.timestamp.difference.max.ms': { deprecated: '3.6', replacedBy: BOTH_TIMESTAMP_BOUNDS },
  'message.format.version': { deprecated: '3.0', note: 'the broker always writes the newest format' },
  'message.downconversion.enable': { note: 'old record formats can no longer be fetched' },
});

export const STREAMS_SUCCESSIONS: Readonly<Record<string, Succession>> = tableOf({
  retries: { note: 'task.timeout.ms bounds how long a task tries again' },
  'partition.grouper': { deprecated: '2.4', note: 'tasks are always made by the built-in grouper' },
  'cache.max.bytes.buffering': { deprecated: '3.4', replacedBy: ['statestore.cache.max.bytes'] },
  'default.deserialization.exception.handler': { deprecated: '4.0', replacedBy: ['deserialization.exception.handler'] },
  'default.production.exception.handler': { deprecated: '4.0', replacedBy: ['production.exception.handler'] },
});

export const MIRROR_MAKER_SUCCESSIONS: Readonly<Record<string, Succession>> = tableOf({
  'topics.blacklist': { deprecated: '2.8', replacedBy: ['topics.exclude'] },
  'groups.blacklist': { deprecated: '2.8', replacedBy: ['groups.exclude'] },
  'config.properties.blacklist': { deprecated: '2.8', replacedBy: ['config.properties.exclude'] },
  'add.source.alias.to.metrics': { deprecated: '3.5', note: 'metrics always carry the source alias' },
  'use.incremental.alter.configs': { deprecated: '3.5', note: 'incremental changes are always used' },
});

export const CONNECT_SUCCESSIONS: Readonly<Record<string, Succession>> = tableOf({
  'rest.host.name': { replacedBy: ['listeners'] },
  'rest.port': { replacedBy: ['listeners'] },
  'internal.key.converter': { note: 'the worker keeps its own data as JSON' },
  'internal.value.converter': { note: 'the worker keeps its own data as JSON' },
});

const JMX: Succession = { deprecated: '3.4', note: 'metric.reporters has the JMX reporter by default' };

export const CLIENT_SUCCESSIONS: Readonly<Record<string, Succession>> = tableOf({ 'auto.include.jmx.reporter': JMX });

export const CONNECTOR_SUCCESSIONS: Readonly<Record<string, Succession>> = tableOf({
  'tasks.max.enforce': { deprecated: '3.8' },
});
