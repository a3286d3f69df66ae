import { lookup } from '../../catalogue/catalogue';
import { suggest } from '../../catalogue/suggest';
import type { ConfigType, Setting, SettingHistory } from '../../catalogue/types';
import type { Role, Scope } from '../../model/scope';

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

/** The definitions in force at the scope's target version; several for a file that several clients read. */
export function definitionsOf({ role, target }: Pick<Scope, 'role' | 'target'>, key: string): Setting[] {
  return historiesOf(role, key).flatMap((history) => history.at(target.version) ?? []);
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
