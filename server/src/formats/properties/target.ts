import { CATALOGUE_VERSIONS, NEWEST_VERSION } from '../../catalogue/catalogue';
import type { Directive } from '../../model/document';
import type { Role } from '../../model/scope';
import { isAtLeast, type KafkaVersion, parseVersion, type TargetVersion } from '../../model/version';
import type { Settings } from './role';

/** Files for older versions are read as if for this one. */
const OLDEST = CATALOGUE_VERSIONS[0] ?? NEWEST_VERSION;
/** The last line that ran on ZooKeeper. */
const LAST_WITH_ZOOKEEPER: KafkaVersion = '3.9';

/** Broker settings that 3.0 no longer has: whoever still sets them without KRaft runs something older. */
const GONE_IN_3_0 = ['port', 'host.name', 'advertised.host.name', 'advertised.port', 'log.cleanup.interval.mins'];
/** Settings that 4.0 no longer has and that only a broker on ZooKeeper had a use for. */
const GONE_IN_4_0 = ['zookeeper.connect', 'log.message.format.version', 'inter.broker.protocol.version'];

/** Settings of the clients in Scala that went away with 2.0. */
const OLD_CLIENT = ['metadata.broker.list', 'zookeeper.connect', 'producer.type'];

interface Evidence {
  readonly role: Role;
  readonly settings: Settings;
  readonly directives: readonly Directive[];
  readonly templated: boolean;
}

/** The Kafka version that a file is for: what a directive says, else the user's setting, else what its keys show. */
export function targetOf(evidence: Evidence, hint: KafkaVersion | undefined): TargetVersion {
  const stated = statedVersion(evidence.directives);
  if (stated) return { version: stated, source: 'directive' };
  if (hint) return { version: hint, source: 'setting' };
  const shown = shownVersion(evidence);
  return shown ? { version: shown, source: 'content' } : { version: NEWEST_VERSION, source: 'newest' };
}

function statedVersion(directives: readonly Directive[]): KafkaVersion | undefined {
  for (const directive of directives.toReversed()) {
    const version = directive.kind === 'configure' && directive.version ? parseVersion(directive.version) : undefined;
    if (version) return version;
  }
  return undefined;
}

function shownVersion({ role, settings, templated }: Evidence): KafkaVersion | undefined {
  if (role === 'producer' || role === 'consumer') {
    return OLD_CLIENT.some((key) => settings.has(key)) ? OLDEST : undefined;
  }
  if (role !== 'broker' && role !== 'controller' && role !== 'combined') return undefined;
  const protocol = parseVersion(settings.get('inter.broker.protocol.version')?.replace(/-IV\d+$/, '') ?? '');
  if (protocol && !isAtLeast(protocol, '4.0')) return isAtLeast(protocol, OLDEST) ? protocol : OLDEST;
  // A template makes files for ZooKeeper and for KRaft from one text.
  if (templated && hasZooKeeper(settings)) return LAST_WITH_ZOOKEEPER;
  if (settings.has('process.roles')) return settings.has('zookeeper.connect') ? LAST_WITH_ZOOKEEPER : undefined;
  if (GONE_IN_3_0.some((key) => settings.has(key))) return OLDEST;
  return GONE_IN_4_0.some((key) => settings.has(key)) ? LAST_WITH_ZOOKEEPER : undefined;
}

function hasZooKeeper(settings: Settings): boolean {
  for (const key of settings.keys()) {
    if (key.startsWith('zookeeper.')) return true;
  }
  return false;
}
