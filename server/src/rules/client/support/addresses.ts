import type { KafkaVersion } from '../../../model/version';
import { isAtLeast } from '../../../model/version';

/** `Utils.HOST_PORT_PATTERN` up to 3.9: it overlooks whatever stands before the last host. */
const LENIENT = /^.*?\[?([0-9a-zA-Z\-%._:]*)\]?:([0-9]+)$/;
/** The same from 4.0 on: an optional protocol, a host and a port, and nothing else. */
const STRICT = /^(?:[0-9a-zA-Z\-%._]*:\/\/)?\[?([0-9a-zA-Z\-%._:]*)\]?:([0-9]+)$/;
const HIGHEST_PORT = 65_535;
const LONGEST = 500;

export type AddressProblem =
  | 'no-port'
  | 'bad-port'
  | 'malformed'
  /** Taken before 4.0, though not as it was meant. */
  | 'lenient';

/** What a client finds wrong with one of its `bootstrap.servers`; undefined when nothing. */
export function addressProblem(address: string): AddressProblem | undefined {
  // No host's name is that long, and the lenient pattern takes time that grows with the square of the length.
  if (address.length > LONGEST) return undefined;
  const strict = STRICT.exec(address);
  const match = strict ?? LENIENT.exec(address);
  if (!match) return /^[\w.-]+$/.test(address) ? 'no-port' : 'malformed';
  if (Number(match[2]) > HIGHEST_PORT) return 'bad-port';
  return strict ? undefined : 'lenient';
}

/** The host of an address as the client reads it. */
export function hostOf(address: string, version: KafkaVersion): string | undefined {
  if (address.length > LONGEST) return undefined;
  return (isAtLeast(version, '4.0') ? STRICT : LENIENT).exec(address)?.[1];
}

/** A host that is this machine. */
export function isLocal(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|::1|0\.0\.0\.0|host\.docker\.internal)$/i.test(host);
}

/** An IPv4 address that is none of private networks and of the own host; few names tell what they stand for. */
export function isPublic(host: string): boolean {
  if (/^ec2-\d+(?:-\d+){3}\./.test(host)) return true;
  const [a, b] = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) ? host.split('.').map(Number) : [];
  if (a === undefined || b === undefined) return false;
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  if ((a === 169 && b === 254) || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return false;
  return !(a === 192 && b === 0);
}
