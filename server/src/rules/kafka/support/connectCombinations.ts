import type { Reader } from '../../../catalogue/reader';
import { CONNECT_WORKER_ROLES } from '../../roles';
import type { Clash, Combination } from './combination';

/** RestServer.LISTENER_PATTERN with the protocols that it goes on to ask for. */
const REST_LISTENER = /^https?:\/\/\[?[0-9a-zA-Z\-%._:]*\]?:-?[0-9]+$/i;

/** What a Connect worker finds wrong when it makes its REST server. */
export const CONNECT_COMBINATIONS: readonly Combination[] = [
  { roles: CONNECT_WORKER_ROLES, clash: (reader) => noUrl(reader, 'listeners') },
  { roles: CONNECT_WORKER_ROLES, clash: (reader) => noUrl(reader, 'admin.listeners') },
  { roles: ['connect-distributed'], clash: negativeTime },
];

/** Kafka has no bound for these, and stops when the worker's membership starts to count the time. */
function negativeTime(reader: Reader): Clash | undefined {
  for (const key of ['session.timeout.ms', 'rebalance.timeout.ms']) {
    const value = reader.setNumber(key)?.value;
    if (value === undefined || value >= 0) continue;
    return { keys: [key], message: `${key} is ${value}: "Invalid negative timeout", and the worker does not start.` };
  }
  return undefined;
}

function noUrl(reader: Reader, key: string): Clash | undefined {
  const wrong = reader.setList(key)?.value.find((listener) => listener !== '' && !REST_LISTENER.test(listener));
  if (wrong === undefined) return undefined;
  const message = `${key} has "${wrong}", which is neither http://host:port nor https://host:port: the worker does not start.`;
  return { keys: [key], message };
}
