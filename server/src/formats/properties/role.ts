import type { Entry } from '../../model/entry';
import type { Role } from '../../model/scope';
import { isTemplateKey } from '../placeholders';
import { type Family, scoreKeys } from './tellingKeys';

/** The settings of a file as far as detection needs them: the last literal value of each key. */
export type Settings = ReadonlyMap<string, string | undefined>;

export function settingsOf(entries: readonly Entry[]): Settings {
  const settings = new Map<string, string | undefined>();
  for (const { writtenKey, value } of entries) {
    if (!isTemplateKey(writtenKey)) settings.set(writtenKey, value.kind === 'literal' ? value.text.trim() : undefined);
  }
  return settings;
}

/** Keys of programs that embed Kafka clients under names of their own. */
const FOREIGN_KEY =
  /^(?:spring|quarkus|micronaut|mp|smallrye|log4j2?|logging|rootLogger|appender|handlers|camel|debezium|cassandra|kafka\.nodes$|connector\.name$|link\.mode$)(?:\.|$)/;

/** True when the settings are another program's, even if some of Kafka's are among them. */
export function isForeign(settings: Settings): boolean {
  for (const key of settings.keys()) {
    if (FOREIGN_KEY.test(key)) return true;
  }
  return false;
}

/**
 * The role that keys and name together show, or undefined when the file is not surely Kafka's.
 * `points` are needed for a name that tells nothing; a telling name halves them.
 */
export function roleOf(settings: Settings, named: Role | undefined, points = 4): Role | undefined {
  const aliases = mirrorMakerAliases(settings);
  if (aliases.length > 0) return 'mirror-maker';
  const scores = scoreKeys(settings.keys());
  const enough = (family: Family, role?: Role): boolean =>
    scores[family] >= (named && named === role ? points / 2 : points);

  if (enough('connector', 'connector') && settings.has('connector.class')) return 'connector';
  if (scores.connect >= points) return connectRole(settings, named);
  if (enough('streams', 'streams') || (settings.has('application.id') && settings.has('bootstrap.servers')))
    return 'streams';
  const isServerName = named === 'broker' || named === 'controller';
  if (isServerName ? scores.server >= 2 : scores.server >= Math.max(points, 1 + bestClient(scores))) {
    if (isServerName || !isClientName(named) || scores.server >= 8) return serverRole(settings, named);
  }
  return clientRole(scores, named, points);
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

function bestClient(scores: Record<Family, number>): number {
  return Math.max(scores.producer, scores.consumer);
}

function connectRole(settings: Settings, named: Role | undefined): Role {
  if (settings.has('offset.storage.file.filename')) return 'connect-standalone';
  if (settings.has('offset.storage.topic') || settings.has('config.storage.topic')) return 'connect-distributed';
  return named === 'connect-standalone' ? named : 'connect-distributed';
}

function serverRole(settings: Settings, named: Role | undefined): Role {
  const roles = settings
    .get('process.roles')
    ?.split(',')
    .map((role) => role.trim());
  if (roles?.includes('broker')) return roles.includes('controller') ? 'combined' : 'broker';
  if (roles?.includes('controller')) return 'controller';
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

function clientRole(scores: Record<Family, number>, named: Role | undefined, points: number): Role | undefined {
  const { producer, consumer, client, topic } = scores;
  if (named === 'topic' && topic >= 2) return 'topic';
  const isNamed = isClientName(named);
  if (producer + consumer + client < (isNamed ? 2 : points)) {
    return topic >= points && client === 0 ? 'topic' : undefined;
  }
  if (named === 'producer' && producer >= consumer) return 'producer';
  if (named === 'consumer' && consumer >= producer) return 'consumer';
  if (producer >= 2 && consumer < 3) return 'producer';
  if (consumer >= 2 && producer < 3) return 'consumer';
  if (named === 'producer' || named === 'consumer' || named === 'admin') return named;
  return 'client';
}
