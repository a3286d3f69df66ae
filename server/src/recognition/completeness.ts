import { isMachineRole, type MachineRole } from '../catalogue/machine/machine';
import type { Role } from '../model/scope';
import type { Settings } from './role';

/** Roles that tell in other ways whether a file is whole. */
type OfOwnKind =
  | 'producer'
  | 'consumer'
  | 'broker'
  | 'controller'
  | 'combined'
  | 'connect-standalone'
  | 'connect-distributed'
  | MachineRole;

/**
 * The settings without which a process of the role does not start, or that every whole file has: each line needs
 * one of its alternatives. A file that lacks them is an overlay, and the absence of a key tells nothing there.
 */
const REQUIRED: Readonly<Record<Exclude<Role, OfOwnKind>, readonly (readonly string[])[] | 'never'>> = {
  admin: [['bootstrap.servers', 'security.protocol', 'sasl.mechanism']],
  client: [['bootstrap.servers', 'security.protocol', 'sasl.mechanism']],
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
  // A host has many files, and a start script has flags of its own.
  if (isMachineRole(role)) return false;
  if (role === 'producer' || role === 'consumer') {
    if (OTHER_DEFAULTS.some((key) => settings.has(key))) return false;
    if (settings.has('bootstrap.servers')) return true;
    return named === role && MAIN_KEYS[role].some((key) => settings.has(key));
  }
  if (role === 'broker' || role === 'controller' || role === 'combined') return isWholeServer(settings);
  if (role === 'connect-standalone' || role === 'connect-distributed') return isWholeWorker(settings, OF_WORKERS[role]);
  const required = REQUIRED[role];
  if (required === 'never') return false;
  return required.every((alternatives) => alternatives.some((key) => settings.has(key)));
}

/** What every worker's own file has beside what tells it apart; none of it has a default. */
const CONVERTED = ['bootstrap.servers', 'key.converter', 'value.converter'];
const OF_WORKERS = {
  'connect-standalone': ['offset.storage.file.filename'],
  'connect-distributed': ['group.id', 'offset.storage.topic', 'config.storage.topic', 'status.storage.topic'],
};

/** With nearly all of it a file is meant to stand alone, and what it lacks is a mistake. */
function isWholeWorker(settings: Settings, own: readonly string[]): boolean {
  const keys = [...own, ...CONVERTED];
  const found = keys.filter((key) => settings.has(key)).length;
  const isOwn = own.every((key) => settings.has(key));
  return (isOwn && found * 2 >= keys.length) || found * 3 > keys.length * 2;
}

const ID = ['node.id', 'broker.id'];
const DIRECTORIES = ['log.dirs', 'log.dir', 'metadata.log.dir'];
/** Without any of it a node of a quorum, or one with listeners of its own, gets from elsewhere what tells it apart. */
const OF_ONE_NODE = [...ID, 'listeners', 'advertised.listeners'];
/** What every KRaft node's file has beside its roles. */
const OF_NODES = [
  ID,
  DIRECTORIES,
  ['listeners'],
  ['controller.quorum.voters', 'controller.quorum.bootstrap.servers'],
  ['controller.listener.names'],
];

/**
 * A server's file is meant to stand alone when it has most of what such files have: then a line that is missing
 * is a mistake of this file. With less it is laid over another, and any line may stand there.
 */
function isWholeServer(settings: Settings): boolean {
  const has = (keys: readonly string[]): boolean => keys.some((key) => settings.has(key));
  const isKraft = settings.has('process.roles') && settings.get('process.roles') !== '';
  if (!has(OF_ONE_NODE) && (isKraft || speaksOfListeners(settings))) return false;
  if (settings.has('zookeeper.connect') && !isKraft) return has(DIRECTORIES) || (has(ID) && settings.has('listeners'));
  const found = OF_NODES.filter(has).length;
  if (settings.has('process.roles')) return found >= 3;
  // The bare quorum may be that of another program, such as Kafka's own test server, which settles the roles itself.
  return found === OF_NODES.length && settings.size > found;
}

/** Settings of listeners that the file does not have. */
function speaksOfListeners(settings: Settings): boolean {
  const about = /^(?:ssl|sasl)\.|^(?:security\.inter\.broker|listener\.security)\.protocol|^inter\.broker\.listener/;
  return [...settings.keys()].some((key) => about.test(key));
}
