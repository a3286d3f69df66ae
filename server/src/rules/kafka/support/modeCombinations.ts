import type { Reader } from '../../../catalogue/reader';
import { hasNoRole, isKraft, isUncertain, isZooKeeper } from '../../broker/support/listeners';
import { ownId } from '../../broker/support/quorum';
import { addressProblem } from '../../client/support/addresses';
import { BROKER_ROLES, SERVER_ROLES } from '../../roles';
import { elementsOf } from '../../support/elements';
import type { Clash, Combination } from './combination';

const PROTOCOL = 'inter.broker.protocol.version';
const MIGRATION = 'zookeeper.metadata.migration.enable';

/** KafkaConfig's checks of what tells a node how, where and as whom to run. */
export const MODE_COMBINATIONS: readonly Combination[] = [
  { roles: SERVER_ROLES, clash: noDirectory },
  { roles: SERVER_ROLES, clash: negativeNode },
  { roles: SERVER_ROLES, until: '4.2', clash: roleTwice },
  { roles: SERVER_ROLES, until: '4.0', clash: neitherMode },
  { roles: BROKER_ROLES, until: '4.0', clash: noId },
  { roles: BROKER_ROLES, until: '4.0', clash: brokerIdOutOfBounds },
  { roles: BROKER_ROLES, from: '3.1', until: '4.0', clash: controllerNamesWithZooKeeper },
  { roles: SERVER_ROLES, from: '3.3', until: '4.0', clash: protocolBeforeKraft },
  { roles: SERVER_ROLES, from: '3.3', until: '4.0', warning: true, clash: protocolInKraft },
  { roles: SERVER_ROLES, until: '4.0', clash: formatOverProtocol },
  { roles: BROKER_ROLES, from: '3.7', until: '4.0', clash: newGroupsOnZooKeeper },
  { roles: SERVER_ROLES, from: '4.0', clash: lenientController },
];

/** Kafka's log calls it deprecated there. */
function protocolInKraft(reader: Reader): Clash | undefined {
  if (!reader.has(PROTOCOL) || !isKraft(reader) || protocolBeforeKraft(reader)) return undefined;
  const message = `With process.roles Kafka reads ${PROTOCOL} only when a cluster older than 3.3 is first upgraded; after that it is ignored, and kafka-features.sh sets the version of the metadata.`;
  return { keys: [PROTOCOL], message };
}

/** Before 4.0 whatever stands before the last host is overlooked. */
function lenientController(reader: Reader): Clash | undefined {
  const key = 'controller.quorum.bootstrap.servers';
  const wrong = reader.setList(key)?.value.find((address) => addressProblem(address) === 'lenient');
  if (wrong === undefined) return undefined;
  return { keys: [key], message: `${key} has "${wrong}", which is not host:port: Kafka fails to start.` };
}

function noDirectory(reader: Reader): Clash | undefined {
  const key = reader.has('log.dirs') ? 'log.dirs' : 'log.dir';
  if (!reader.has(key) || elementsOf(reader, key)?.length !== 0) return undefined;
  return { keys: [key], message: `${key} names no directory: Kafka fails to start.` };
}

function negativeNode(reader: Reader): Clash | undefined {
  if (!isKraft(reader)) return undefined;
  const id = ownId(reader);
  if (!id || id.value >= 0) return undefined;
  const message = `${id.entry.key} is ${id.value}, and a node with process.roles needs one of at least 0: Kafka fails to start.`;
  return { keys: [id.entry.key], message };
}

function roleTwice(reader: Reader): Clash | undefined {
  const roles = reader.setList('process.roles')?.value ?? [];
  if (new Set(roles).size === roles.length) return undefined;
  const message = 'process.roles names a role twice: Kafka fails to start.';
  return { keys: ['process.roles'], message, change: { key: 'process.roles', value: [...new Set(roles)].join(',') } };
}

function neitherMode(reader: Reader): Clash | undefined {
  const roles = reader.setList('process.roles')?.value;
  if (roles?.length !== 0 || reader.has('zookeeper.connect')) return undefined;
  const message = 'process.roles is empty and there is no zookeeper.connect either: Kafka fails to start.';
  return { keys: ['process.roles'], message };
}

function noId(reader: Reader): Clash | undefined {
  const key = 'broker.id.generation.enable';
  const hasId = reader.has('broker.id') || reader.has('node.id');
  if (reader.scope.completeness === 'fragment' || hasId || !hasNoRole(reader)) return undefined;
  if (reader.setBoolean(key)?.value !== false) return undefined;
  return { keys: [key], message: `${key} is false, and there is no broker.id: Kafka fails to start without an id.` };
}

function brokerIdOutOfBounds(reader: Reader): Clash | undefined {
  const written = ownId(reader);
  const id = written?.value;
  const most = reader.number('reserved.broker.max.id');
  const isGenerated = reader.boolean('broker.id.generation.enable');
  if (!written || id === undefined || !hasNoRole(reader)) return undefined;
  const { key } = written.entry;
  if (isGenerated === false && id < 0) {
    const message = `${key} is ${id} and broker.id.generation.enable is false: Kafka fails to start without an id.`;
    return { keys: [key], message };
  }
  if (isGenerated !== true || most === undefined || (id >= -1 && id <= most)) return undefined;
  const message = `${key} (${id}) has to be from -1 to reserved.broker.max.id (${most}), above which ids are generated: Kafka fails to start.`;
  const change = { key: 'reserved.broker.max.id', value: String(id) };
  return { keys: [key], message, ...(id > most && { change }) };
}

function controllerNamesWithZooKeeper(reader: Reader): Clash | undefined {
  const key = 'controller.listener.names';
  if (!isZooKeeper(reader) || isUncertain(reader, key) || !elementsOf(reader, key)?.length || !reader.has(key))
    return undefined;
  if (reader.atLeast('3.4') && reader.has(MIGRATION) && reader.boolean(MIGRATION) !== false) return undefined;
  const message = `${key} is for KRaft, and this broker runs on ZooKeeper: Kafka fails to start unless it migrates.`;
  return { keys: [key], message, change: { remove: key } };
}

function protocolBeforeKraft(reader: Reader): Clash | undefined {
  const written = reader.setString(PROTOCOL)?.value;
  const match = /^(\d+)\.(\d+)/.exec(written ?? '');
  if (!match || !isKraft(reader)) return undefined;
  // 3.0-IV0 was never released for KRaft.
  if (Number(match[1]) >= 3 && written !== '3.0-IV0') return undefined;
  const message = `${PROTOCOL} is ${written}, and KRaft began with 3.0: Kafka fails to start.`;
  return { keys: [PROTOCOL], message, change: { remove: PROTOCOL } };
}

/** Records changed their form with 0.10.0 and with 0.11.0; brokers of 3.0 and later write the newest to each other. */
function formatOverProtocol(reader: Reader): Clash | undefined {
  const format = 'log.message.format.version';
  const protocol = reader.string(PROTOCOL) ?? '';
  const written = reader.string(format) ?? '';
  if (!isVersion(protocol) || !isVersion(written)) return undefined;
  if (recordForm(written) <= recordForm(protocol)) return undefined;
  const message = `${format} is ${written}, and brokers that talk as ${protocol} (${PROTOCOL}) cannot have its records: Kafka fails to start.`;
  return { keys: [PROTOCOL, format], message };
}

const isVersion = (text: string): boolean => /^\d+\.\d+/.test(text);

function recordForm(version: string): number {
  const [, major = '', minor = ''] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  if (Number(major) > 0 || Number(minor) >= 11) return 2;
  return Number(minor) === 10 ? 1 : 0;
}

function newGroupsOnZooKeeper(reader: Reader): Clash | undefined {
  const key = 'group.coordinator.rebalance.protocols';
  const protocols = reader.setList(key)?.value.map((protocol) => protocol.toLowerCase());
  if (!protocols?.includes('consumer') || !isZooKeeper(reader)) return undefined;
  const message = `${key} has consumer, which needs KRaft, and this broker runs on ZooKeeper: Kafka fails to start.`;
  return { keys: [key], message, change: { key, value: 'classic' } };
}
