import { rolesOf } from '../catalogue/catalogue';
import type { Entry } from '../model/entry';
import type { Role } from '../model/scope';
import { isTemplateKey } from './placeholders';
import { type Scores, scoreKeys } from './tellingKeys';

/** Settings as far as recognition needs them: the last literal value of each key. */
export type Settings = ReadonlyMap<string, string | undefined>;

export function settingsOf(entries: readonly Entry[]): Settings {
  const settings = new Map<string, string | undefined>();
  for (const { key, writtenKey, value } of entries) {
    if (!isTemplateKey(writtenKey)) settings.set(key, value.kind === 'literal' ? value.text.trim() : undefined);
  }
  return settings;
}

/** Keys of programs that embed Kafka clients, or link clusters, under rules of their own. */
const FOREIGN_KEY = /^(?:spring|quarkus|micronaut|mp|smallrye|camel|debezium|cassandra|hoodie|webserver)(?:\.|$)/;

/** Keys each of which makes the whole file another program's. */
const FOREIGN_FILE = ['connector.name', 'kafka.nodes', 'link.mode', 'consumer.offset.sync.enable'];

/** A file with so many of Kafka's keys for each foreign one is Kafka's all the same. */
const OUTWEIGHS = 5;

export function isForeignKey(key: string): boolean {
  return FOREIGN_KEY.test(key);
}

/** True when the settings are another program's, even if some of Kafka's are among them. */
export function isForeign(settings: Settings): boolean {
  if (FOREIGN_FILE.some((key) => settings.has(key))) return true;
  if (isQuotedThroughout(settings)) return true;
  const keys = [...settings.keys()];
  const foreign = keys.filter(isForeignKey).length;
  if (foreign > 0 && keys.filter(isKafkas).length < foreign * OUTWEIGHS) return true;
  // Debezium's engine runs a connector without a Connect worker.
  return settings.has('connector.class') && settings.has('offset.storage.file.filename');
}

/** Text is quoted in other languages; in a file of Java's one value may be by mistake, and hardly all of them. */
function isQuotedThroughout(settings: Settings): boolean {
  const texts = [...settings.values()].filter((value) => value !== undefined && /[a-z]/i.test(value));
  return settings.size > 1 && texts.length > 0 && texts.every((value) => /^(["']).*\1$/s.test(value ?? ''));
}

/** What the file's name says, and how much its keys have to say beyond that. */
export interface NameEvidence {
  readonly role: Role | undefined;
  /** The points that keys need where the name tells nothing. */
  readonly points: number;
  /** The path speaks of Kafka, so that two points will do for a server. */
  readonly isKafkaPath: boolean;
}

/** So many points leave no doubt, whatever else is in the file. */
const CERTAIN = 12;

/** The role that keys and name together show, or undefined when the file is not surely Kafka's. */
export function roleOf(settings: Settings, name: NameEvidence): Role | undefined {
  if (mirrorMakerAliases(settings).length > 0) return 'mirror-maker';
  const scores = scoreKeys(settings.keys());
  const role = leadingRole(settings, scores, name);
  if (role === undefined || role === 'connector') return role;
  // Many unknown keys of few are another server's whose settings only resemble Kafka's.
  if (role === name.role && !isServerRole(role)) return role;
  return Math.max(...Object.values(scores)) >= CERTAIN || areMostlyKafkas(settings) ? role : undefined;
}

function leadingRole(
  settings: Settings,
  scores: Scores,
  { role: named, points, isKafkaPath }: NameEvidence,
): Role | undefined {
  if (settings.has('connector.class') && !settings.has('process.roles')) return 'connector';
  if (scores.connect >= (isConnectName(named) ? 2 : CONNECT_POINTS)) return connectRole(settings, named);
  const isStreams = settings.has('application.id') && settings.has('bootstrap.servers');
  if (isStreams || scores.streams >= (named === 'streams' ? 3 : points)) return 'streams';
  if (isServer(scores, named, points, isKafkaPath)) return serverRole(settings, named);
  return clientRole(scores, named, points);
}

/** Converters alone are no worker: connectors, and programs that embed them, have them too. */
const CONNECT_POINTS = 6;

function isServer(scores: Scores, named: Role | undefined, points: number, isKafkaPath: boolean): boolean {
  if (named === 'broker' || named === 'controller') return scores.server >= (isKafkaPath ? 2 : 4);
  // A client's file with a few of a broker's settings is still a client's.
  return scores.server >= (isClientName(named) ? CERTAIN : points) && scores.server > bestClient(scores);
}

function isServerRole(role: Role): boolean {
  return role === 'broker' || role === 'controller' || role === 'combined';
}

function isConnectName(named: Role | undefined): boolean {
  return named === 'connect-distributed' || named === 'connect-standalone';
}

function areMostlyKafkas(settings: Settings): boolean {
  return [...settings.keys()].filter(isKafkas).length * 2 >= settings.size;
}

function isKafkas(key: string): boolean {
  return rolesOf(key).length > 0 || /^(?:listener\.name|producer|consumer|admin|config\.providers)\./.test(key);
}

/** The aliases of a MirrorMaker 2 file, empty for any other. */
export function mirrorMakerAliases(settings: Settings): string[] {
  const clusters = settings.get('clusters');
  if (clusters === undefined) return [];
  const aliases = clusters
    .split(',')
    .map((alias) => alias.trim())
    .filter(Boolean);
  return aliases.some((alias) => settings.has(`${alias}.bootstrap.servers`)) || hasFlow(settings) ? aliases : [];
}

function hasFlow(settings: Settings): boolean {
  for (const key of settings.keys()) {
    if (key.includes('->')) return true;
  }
  return false;
}

function isClientName(named: Role | undefined): boolean {
  return named === 'producer' || named === 'consumer' || named === 'admin' || named === 'client';
}

function bestClient(scores: Scores): number {
  return Math.max(scores.producer, scores.consumer);
}

function connectRole(settings: Settings, named: Role | undefined): Role {
  const topics = ['config.storage.topic', 'offset.storage.topic', 'status.storage.topic'];
  const isDistributed = topics.filter((key) => settings.has(key)).length > 1;
  if (settings.has('offset.storage.file.filename') && !isDistributed) return 'connect-standalone';
  if (settings.has('offset.storage.topic') || settings.has('config.storage.topic')) return 'connect-distributed';
  return named === 'connect-standalone' ? named : 'connect-distributed';
}

/** The role of something that is surely a server. */
export function serverRole(settings: Settings, named?: Role): Role {
  const roles = settings
    .get('process.roles')
    ?.split(',')
    .map((role) => role.trim());
  if (roles?.includes('broker')) return roles.includes('controller') ? 'combined' : 'broker';
  if (roles?.includes('controller')) return 'controller';
  // Without a role in KRaft it is a broker of ZooKeeper's, whatever it calls its listeners.
  if (settings.has('zookeeper.connect') && !roles?.some((role) => role !== '')) return 'broker';
  return named === 'controller' || onlyListensAsController(settings) ? 'controller' : 'broker';
}

function onlyListensAsController(settings: Settings): boolean {
  const names = settings
    .get('controller.listener.names')
    ?.split(',')
    .map((name) => name.trim());
  const listeners = settings
    .get('listeners')
    ?.split(',')
    .map((listener) => listener.split(':')[0]?.trim() ?? '');
  return Boolean(names && listeners?.every((listener) => names.includes(listener)));
}

function clientRole(scores: Scores, named: Role | undefined, points: number): Role | undefined {
  const { producer, consumer, client, topic } = scores;
  if (named === 'topic' && topic >= 2) return 'topic';
  const isNamed = isClientName(named);
  if (producer + consumer + client < (isNamed ? 2 : points)) {
    return topic >= points && client === 0 ? 'topic' : undefined;
  }
  // One key of the other side is a mistake in the file, several are a mistake in its name.
  if (named === 'producer' && consumer - producer < 4) return 'producer';
  if (named === 'consumer' && producer - consumer < 4) return 'consumer';
  if (producer >= 2 && consumer < 3) return 'producer';
  if (consumer >= 2 && producer < 3) return 'consumer';
  return named === 'admin' ? 'admin' : 'client';
}
