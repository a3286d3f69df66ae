import type { Role } from '../model/scope';
import type { Settings } from './role';

const QUORUM = ['controller.quorum.voters', 'controller.quorum.bootstrap.servers'];

/**
 * The settings without which a process of the role does not start, or that every whole file has: each line needs
 * one of its alternatives. A file that lacks them is an overlay, and the absence of a key tells nothing there.
 */
const REQUIRED: Readonly<Record<Exclude<Role, 'producer' | 'consumer'>, readonly (readonly string[])[] | 'never'>> = {
  broker: [['log.dirs', 'log.dir']],
  controller: [['process.roles'], ['node.id'], QUORUM, ['log.dirs', 'log.dir', 'metadata.log.dir']],
  combined: [['node.id', 'broker.id'], QUORUM, ['log.dirs', 'log.dir']],
  admin: [['bootstrap.servers', 'security.protocol', 'sasl.mechanism']],
  client: [['bootstrap.servers', 'security.protocol', 'sasl.mechanism']],
  'connect-standalone': [['offset.storage.file.filename'], ['key.converter']],
  'connect-distributed': [['group.id'], ['offset.storage.topic'], ['config.storage.topic'], ['status.storage.topic']],
  connector: [['connector.class'], ['name']],
  streams: [['application.id'], ['bootstrap.servers']],
  'mirror-maker': [['clusters']],
  // What a topic does not set comes from its broker.
  topic: 'never',
};

/** Settings that show a file to be the place where a client is tuned, though code or a command line connects it. */
const MAIN_KEYS: Readonly<Record<'producer' | 'consumer', readonly string[]>> = {
  producer: [
    'acks',
    'linger.ms',
    'batch.size',
    'key.serializer',
    'value.serializer',
    'compression.type',
    'enable.idempotence',
  ],
  consumer: [
    'group.id',
    'key.deserializer',
    'value.deserializer',
    'auto.offset.reset',
    'enable.auto.commit',
    'max.poll.records',
  ],
};

/** Read by programs that set values of their own where the file does not: the clients in Scala, and MirrorMaker 1. */
const OTHER_DEFAULTS = [
  'zookeeper.connect',
  'metadata.broker.list',
  'mirror.topics.whitelist',
  'mirror.topics.blacklist',
];

/** `named` is the role that the file's name suggests. */
export function isComplete(role: Role, settings: Settings, named: Role | undefined): boolean {
  if (role === 'producer' || role === 'consumer') {
    if (OTHER_DEFAULTS.some((key) => settings.has(key))) return false;
    if (settings.has('bootstrap.servers')) return true;
    return named === role && MAIN_KEYS[role].some((key) => settings.has(key));
  }
  const required = REQUIRED[role];
  if (required === 'never') return false;
  if (role === 'broker' && !hasQuorum(settings)) return false;
  return required.every((alternatives) => alternatives.some((key) => settings.has(key)));
}

/** A broker belongs to ZooKeeper or, with an id of its own, to a KRaft quorum. */
function hasQuorum(settings: Settings): boolean {
  const roles = settings.get('process.roles') ?? '';
  if (settings.has('zookeeper.connect') && roles.trim() === '') return true;
  return settings.has('process.roles') && settings.has('node.id') && QUORUM.some((key) => settings.has(key));
}
