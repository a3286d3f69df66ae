import { CATALOGUE_VERSIONS, NEWEST_VERSION } from '../catalogue/catalogue';
import type { Role } from '../model/scope';
import { isAtLeast, type KafkaVersion, parseVersion } from '../model/version';
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

/** A version, or the oldest one that anything is known about. */
export function atLeastOldest(version: KafkaVersion): KafkaVersion {
  return isAtLeast(version, OLDEST) ? version : OLDEST;
}

/** The Kafka version that the settings themselves show, if any. */
export function shownVersion(role: Role, settings: Settings, templated: boolean): KafkaVersion | undefined {
  if (role === 'producer' || role === 'consumer') {
    return OLD_CLIENT.some((key) => settings.has(key)) ? OLDEST : undefined;
  }
  if (role !== 'broker' && role !== 'controller' && role !== 'combined') return undefined;
  const protocol = parseVersion(settings.get('inter.broker.protocol.version')?.replace(/-IV\d+$/, '') ?? '');
  if (protocol && !isAtLeast(protocol, '4.0')) return atLeastOldest(protocol);
  if (settings.has('process.roles')) {
    // A template makes files for ZooKeeper and for KRaft from one text.
    const both = settings.has('zookeeper.connect') || (templated && hasZooKeeper(settings));
    return both ? LAST_WITH_ZOOKEEPER : undefined;
  }
  if (GONE_IN_3_0.some((key) => settings.has(key))) return OLDEST;
  return GONE_IN_4_0.some((key) => settings.has(key)) ? LAST_WITH_ZOOKEEPER : undefined;
}

function hasZooKeeper(settings: Settings): boolean {
  for (const key of settings.keys()) {
    if (key.startsWith('zookeeper.')) return true;
  }
  return false;
}
