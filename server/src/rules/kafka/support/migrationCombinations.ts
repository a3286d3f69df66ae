import type { Reader } from '../../../catalogue/reader';
import { isKraft, isZooKeeper } from '../../broker/support/listeners';
import { ownId } from '../../broker/support/quorum';
import { BROKER_ROLES, SERVER_ROLES } from '../../roles';
import { elementsOf } from '../../support/elements';
import type { Clash, Combination } from './combination';

const MIGRATION = 'zookeeper.metadata.migration.enable';
const PROTOCOL = 'inter.broker.protocol.version';

/** KafkaConfig's checks of a migration from ZooKeeper to KRaft. */
export const MIGRATION_COMBINATIONS: readonly Combination[] = [
  { roles: SERVER_ROLES, from: '3.4', until: '4.0', clash: withoutZooKeeper },
  { roles: BROKER_ROLES, from: '3.4', until: '4.0', clash: withoutControllers },
  { roles: BROKER_ROLES, from: '3.4', until: '4.0', clash: withOldProtocol },
  { roles: BROKER_ROLES, from: '3.6', until: '4.0', clash: withDirectories },
  { roles: BROKER_ROLES, from: '3.9', until: '4.0', clash: withoutId },
];

function withoutZooKeeper(reader: Reader): Clash | undefined {
  if (reader.boolean(MIGRATION) !== true || !isKraft(reader) || reader.has('zookeeper.connect')) return undefined;
  const message = `${MIGRATION}=true needs zookeeper.connect to migrate from: Kafka fails to start.`;
  return { keys: [MIGRATION], message, missing: true, change: { key: MIGRATION, value: 'false' } };
}

/** A broker that migrates has to find the controllers to migrate to. */
function withoutControllers(reader: Reader): Clash | undefined {
  if (!migrates(reader)) return undefined;
  const isEmpty = (key: string) => !reader.has(key) || elementsOf(reader, key)?.length === 0;
  const places = [
    'controller.quorum.voters',
    ...(reader.atLeast('3.9') ? ['controller.quorum.bootstrap.servers'] : []),
  ];
  const missing = places.every(isEmpty) ? places[0] : ['controller.listener.names'].find(isEmpty);
  if (missing === undefined) return undefined;
  const message = `${MIGRATION}=true needs ${missing}: Kafka fails to start.`;
  return { keys: [missing, MIGRATION], message, missing: true };
}

/** MetadataVersion.isMigrationSupported. */
function withOldProtocol(reader: Reader): Clash | undefined {
  const protocol = reader.string(PROTOCOL);
  if (!migrates(reader) || protocol === undefined || orderOf(protocol) >= 304) return undefined;
  const message = `${PROTOCOL} is ${protocol}, and ${MIGRATION}=true needs 3.4 or later: Kafka fails to start.`;
  return { keys: [PROTOCOL], message, change: { remove: PROTOCOL } };
}

/** MetadataVersion.isDirectoryAssignmentSupported; Kafka 3.6 allows no migration of several directories at all. */
function withDirectories(reader: Reader): Clash | undefined {
  const directories = elementsOf(reader, reader.has('log.dirs') ? 'log.dirs' : 'log.dir') ?? [];
  const protocol = reader.string(PROTOCOL);
  if (!migrates(reader) || directories.length < 2 || protocol === undefined) return undefined;
  const keys = [MIGRATION];
  if (!reader.atLeast('3.7'))
    return { keys, message: `Kafka 3.6 rejects ${MIGRATION}=true with several log directories.` };
  if (orderOf(protocol) >= 307 && !/^3\.7-IV[01]$/.test(protocol)) return undefined;
  const message = `${MIGRATION}=true with several log directories needs ${PROTOCOL} to be 3.7-IV2 or later: Kafka fails to start.`;
  return { keys: [PROTOCOL, MIGRATION], message };
}

/** 3.4 as 304; a text that is no version sorts last, since nothing is known of it. */
function orderOf(version: string): number {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  return major === undefined ? Number.POSITIVE_INFINITY : Number(major) * 100 + Number(minor);
}

/** A generated id is of no use to the controllers. */
function withoutId(reader: Reader): Clash | undefined {
  const id = ownId(reader);
  const isUnknown =
    !id && (reader.has('broker.id') || reader.has('node.id') || reader.scope.completeness === 'fragment');
  if (!migrates(reader) || isUnknown || (id?.value ?? -1) >= 0) return undefined;
  return { keys: [MIGRATION], message: `${MIGRATION}=true needs a broker.id of at least 0: Kafka fails to start.` };
}

function migrates(reader: Reader): boolean {
  return reader.boolean(MIGRATION) === true && isZooKeeper(reader);
}
