import type { Reader } from '../../../catalogue/reader';
import { SERVER_ROLES } from '../../roles';
import { elementsOf } from '../../support/elements';
import { firstRepeated } from '../../support/repeated';
import type { Clash, Combination } from './combination';

const MAP = 'listener.security.protocol.map';

/** What some versions alone refuse of the map from listeners to protocols; what all refuse is about its form. */
export const PROTOCOL_MAP_COMBINATIONS: readonly Combination[] = [
  { roles: SERVER_ROLES, from: '3.6', clash: nameless },
  { roles: SERVER_ROLES, from: '4.1', clash: twins },
];

function nameless(reader: Reader): Clash | undefined {
  if (!writtenNames(reader).includes('')) return undefined;
  return { keys: [MAP], message: `${MAP} has a protocol without a listener's name: Kafka refuses to start.` };
}

/** A name that stands twice as written counts once; in other capitals it is a second one of the same name. */
function twins(reader: Reader): Clash | undefined {
  const names = [...new Set(writtenNames(reader))].map((name) => name.toUpperCase());
  const twin = firstRepeated(names);
  if (twin === undefined) return undefined;
  return { keys: [MAP], message: `${MAP} has ${twin} twice, in other capitals: Kafka refuses to start from 4.1 on.` };
}

function writtenNames(reader: Reader): string[] {
  const pairs = (reader.has(MAP) && elementsOf(reader, MAP)) || [];
  return pairs.filter((pair) => pair.includes(':')).map((pair) => pair.slice(0, pair.lastIndexOf(':')).trim());
}
