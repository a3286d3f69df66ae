import type { Role, Scope } from '../model/scope';
import { lookup } from './catalogue';
import { suggest } from './suggest';
import type { ConfigType, Setting, SettingHistory } from './types';

const CLIENTS = ['producer', 'consumer', 'admin'] as const;

/**
 * The roles whose settings a scope's keys may be. A file for clients in general is read by producers, consumers
 * and tools; a Streams application hands every key on to its clients.
 */
const DEFINING_ROLES: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  client: CLIENTS,
  streams: ['streams', ...CLIENTS],
};

function definingRoles(role: Role): readonly Role[] {
  return DEFINING_ROLES[role] ?? [role];
}

/** What Kafka has under that name in any version, for each role that the scope's keys may belong to. */
export function historiesOf(role: Role, key: string): SettingHistory[] {
  const roles = definingRoles(role);
  const [only] = roles;
  if (only && roles.length === 1) return listOf(lookup(only, key));
  return roles.flatMap((one) => lookup(one, key) ?? []);
}

/** Every entry of every file comes here, so the usual case makes no functions. */
function listOf<T>(one: T | undefined): T[] {
  return one === undefined ? [] : [one];
}

/**
 * The definitions in force at the scope's target version; several for a file that several clients read. A Connect
 * worker makes clients of its whole file, so that a key that it does not know is held to what they say.
 */
export function definitionsOf({ role, target }: Pick<Scope, 'role' | 'target'>, key: string): Setting[] {
  // What Streams knows itself it does not hand on as it stands.
  const ofStreams = role === 'streams' ? lookup(role, key)?.at(target.version) : undefined;
  if (ofStreams) return [ofStreams];
  const own = historiesOf(role, plainKey(role, key));
  const histories = own.length > 0 ? own : clientsOfWorker(role, key).flatMap((client) => listOf(lookup(client, key)));
  return histories.flatMap((history) => history.at(target.version) ?? []);
}

/** A role with what it knows of a key. */
export interface Owner {
  readonly role: Role;
  readonly history: SettingHistory;
}

/** Those to whom a key of the role means something: the role itself, else the clients that it makes. */
export function ownersOf(role: Role, key: string): Owner[] {
  const plain = plainKey(role, key);
  const own = [role, ...definingRoles(role)].flatMap((one) => ownerOf(one, plain));
  return own.length > 0 ? own : clientsOfWorker(role, key).flatMap((client) => ownerOf(client, key));
}

function ownerOf(role: Role, key: string): Owner[] {
  const history = lookup(role, key);
  return history ? [{ role, history }] : [];
}

/** A server's key without the listener that it is for. */
export function plainKey(role: Role, key: string): string {
  return isServer(role) ? withoutListener(role, key) : key;
}

const isServer = (role: Role): boolean => role === 'broker' || role === 'controller' || role === 'combined';

const OF_LISTENER = /^listener\.name\.([^.]+)\.(.+)$/;

/** The listener that a server's key is for, in the letters in which it is written. */
export function listenerOf(key: string): string | undefined {
  return OF_LISTENER.exec(key)?.[1];
}

/** What a key for one listener stands for; a second prefix is the name of a SASL mechanism. */
function withoutListener(role: Role, key: string): string {
  const rest = OF_LISTENER.exec(key)?.[2];
  if (rest === undefined) return key;
  return lookup(role, rest) ? rest : rest.slice(rest.indexOf('.') + 1);
}

/** What a worker sets for the clients of its internal topics, whatever the file says (KafkaOffsetBackingStore). */
const SET_BY_WORKER = /^(?:key|value)\.(?:de)?serializer$|^delivery\.timeout\.ms$|^enable\.idempotence$/;
const SET_FOR_CONSUMERS = /^enable\.auto\.commit$|^auto\.offset\.reset$/;

function clientsOfWorker(role: Role, key: string): readonly Role[] {
  if (role === 'connect-standalone') return ['admin'];
  if (role !== 'connect-distributed' || SET_BY_WORKER.test(key)) return [];
  return SET_FOR_CONSUMERS.test(key) ? ['producer', 'admin'] : CLIENTS;
}

/** The key that was probably meant, if the target version has one that is near enough. */
export function suggestionFor({ role, target }: Scope, key: string): string | undefined {
  for (const one of definingRoles(role)) {
    const suggestion = suggest(one, key, target.version);
    if (suggestion) return suggestion;
  }
  return undefined;
}

export function isNumeric(type: ConfigType): boolean {
  return type === 'INT' || type === 'LONG' || type === 'SHORT' || type === 'DOUBLE';
}
