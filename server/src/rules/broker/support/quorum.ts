import type { Explicit, Reader } from '../../../catalogue/reader';
import { hostOf as addressHost, addressProblem } from '../../client/support/addresses';
import { elementsOf } from '../../support/elements';
import { isKraft } from './listeners';

export interface Voter {
  readonly text: string;
  readonly id: number;
  readonly host: string;
}

export interface Voters {
  readonly voters: readonly Voter[];
  readonly malformed: readonly string[];
}

const LOCAL = /^(?:localhost|127(?:\.\d+){3}|::1)$/i;

/** The node's id: a written node.id goes before broker.id, unless it is negative. */
export function ownId(reader: Reader): Explicit<number> | undefined {
  const node = reader.setNumber('node.id');
  const broker = reader.setNumber('broker.id');
  return node && broker && node.value < 0 ? broker : (node ?? broker);
}

/** `id@host:port` of controller.quorum.voters; undefined when it is not set or cannot be known. */
export function votersOf(reader: Reader): Voters | undefined {
  // An empty element is one that Kafka cannot read.
  const elements = reader.setList('controller.quorum.voters')?.value;
  if (!elements) return undefined;
  const parsed = elements.map((text) => ({ text, voter: voterOf(reader, text) }));
  return {
    voters: parsed.flatMap(({ voter }) => (voter ? [voter] : [])),
    malformed: parsed.filter(({ voter }) => !voter).map(({ text }) => text),
  };
}

/** QuorumConfig.parseVoterConnections; from 3.9 on a node of KRaft refuses an address that nobody can connect to. */
function voterOf(reader: Reader, text: string): Voter | undefined {
  const [id = '', address, ...more] = text.split('@');
  if (address === undefined || more.length > 0 || !/^[+-]?\d+$/.test(id)) return undefined;
  const problem = addressProblem(address);
  if (problem && (problem !== 'lenient' || reader.atLeast('4.0'))) return undefined;
  const host = addressHost(address, reader.version) ?? '';
  const isRefused = host === '0.0.0.0' && reader.atLeast('3.9') && isKraft(reader);
  return isRefused ? undefined : { text, id: Number(id), host };
}

export function isLocalHost(host: string): boolean {
  return LOCAL.test(host);
}

/**
 * True where everything that the node talks to is on its own host: a demo, a test or a laptop, for which advice on
 * replication, security and durability is beside the point.
 */
export function isLocalSetup(reader: Reader): boolean {
  if (reader.scope.environment === 'development') return true;
  const addresses = ['controller.quorum.voters', 'controller.quorum.bootstrap.servers', 'zookeeper.connect'].flatMap(
    (key) => (reader.has(key) ? (elementsOf(reader, key) ?? []) : []),
  );
  return addresses.length > 0 && addresses.every((address) => isLocalHost(hostOf(address)));
}

/** The host of `id@host:port/path`. */
function hostOf(address: string): string {
  const [endpoint = ''] = address.replace(/^\d+@/, '').split('/');
  return endpoint.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}
