import type { Reader } from '../../../catalogue/reader';
import { CONNECT_WORKER_ROLES } from '../../roles';
import type { Clash, Combination } from './combination';

/** RestServer.LISTENER_PATTERN with the protocols that it goes on to ask for. */
const REST_LISTENER = /^https?:\/\/\[?[0-9a-zA-Z\-%._:]*\]?:-?[0-9]+$/i;

/** What a Connect worker finds wrong when it makes its REST server. */
export const CONNECT_COMBINATIONS: readonly Combination[] = [
  { roles: CONNECT_WORKER_ROLES, clash: (reader) => noUrl(reader, 'listeners') },
  { roles: CONNECT_WORKER_ROLES, clash: (reader) => noUrl(reader, 'admin.listeners') },
  { roles: CONNECT_WORKER_ROLES, until: '3.0', clash: noHost },
  { roles: ['connect-distributed'], clash: negativeTime },
  { roles: ['connect-distributed'], clash: unverifiedSignature },
  { roles: ['connect-distributed'], clash: transactionalWorker },
  { roles: ['connect-distributed'], from: '4.0', clash: classicSettingsOfWorker },
];

/** DistributedConfig: what a worker signs with it has to be able to verify; which algorithms there are is the Java's. */
function unverifiedSignature(reader: Reader): Clash | undefined {
  const [key, list] = ['inter.worker.signature.algorithm', 'inter.worker.verification.algorithms'];
  const algorithm = reader.string(key);
  const verified = reader.list(list);
  if (algorithm === undefined || !verified || verified.includes(algorithm)) return undefined;
  const change = { key: list, value: [...verified, algorithm].join(',') };
  if (verified.length === 0)
    return { keys: [list], message: `${list} is empty: the worker needs at least one and does not start.`, change };
  const message = `${key} (${algorithm}) has to be among the ${list} (${verified.join(', ')}): the worker does not start.`;
  return { keys: [key, list], message, change };
}

/** The producers of the internal topics get the whole file, and are made without idempotence (KafkaOffsetBackingStore). */
function transactionalWorker(reader: Reader): Clash | undefined {
  const key = 'transactional.id';
  if (!reader.has(key)) return undefined;
  const message = `${key} reaches the producers of the worker's internal topics, which are made without idempotence: the worker does not start.`;
  return { keys: [key], message, change: { remove: key } };
}

/** The worker's own settings reach its consumers, and those of the new protocol refuse them. */
function classicSettingsOfWorker(reader: Reader): Clash | undefined {
  const protocol = reader.entry('group.protocol')?.value;
  if (protocol?.kind !== 'literal' || protocol.text.trim().toLowerCase() !== 'consumer') return undefined;
  const key = ['session.timeout.ms', 'heartbeat.interval.ms'].find((one) => reader.has(one));
  if (key === undefined) return undefined;
  const message = `${key} cannot be set with group.protocol=consumer, which reaches the worker's consumers: the worker does not start.`;
  return { keys: ['group.protocol'], message, change: { remove: 'group.protocol' } };
}

/** Without listeners an old worker makes one of this name, which it then holds to the form of a URL. */
function noHost(reader: Reader): Clash | undefined {
  const key = 'rest.host.name';
  const host = reader.setString(key)?.value;
  if (host === undefined || reader.has('listeners') || REST_LISTENER.test(`http://${host}:8083`)) return undefined;
  return { keys: [key], message: `${key} is "${host}", which is not a host name: the worker does not start.` };
}

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
