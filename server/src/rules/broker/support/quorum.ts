import type { Reader } from '../../../catalogue/reader';
import { elementsOf } from '../../support/elements';

export interface Voter {
  readonly text: string;
  readonly id: number;
  readonly host: string;
}

export interface Voters {
  readonly voters: readonly Voter[];
  readonly malformed: readonly string[];
}

const VOTER = /^(\d+)@\[?([^\]@]+?)\]?:(\d+)$/;
const LOCAL = /^(?:localhost|127(?:\.\d+){3}|::1)$/i;

/** `id@host:port` of controller.quorum.voters; undefined when it is not set or cannot be known. */
export function votersOf(reader: Reader): Voters | undefined {
  const elements = reader.has('controller.quorum.voters') ? elementsOf(reader, 'controller.quorum.voters') : undefined;
  if (!elements) return undefined;
  const parsed = elements.map((text) => ({ text, match: VOTER.exec(text) }));
  return {
    voters: parsed.flatMap(({ text, match }) => (match ? [{ text, id: Number(match[1]), host: match[2] ?? '' }] : [])),
    malformed: parsed.filter(({ match }) => !match).map(({ text }) => text),
  };
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
  return address
    .replace(/^\d+@/, '')
    .replace(/\/.*$/, '')
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '');
}
