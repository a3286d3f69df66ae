import { lookup, NEWEST_VERSION, rolesOf } from '../../catalogue/catalogue';
import type { Role, Scope } from '../../model/scope';
import { type KafkaVersion, parseVersion } from '../../model/version';
import { definitionOf } from '../definition';
import { describeSetting } from '../describeSetting';

/**
 * All that is known of one of Kafka's keys, in Markdown: for the role that is asked for, else for each that has the key.
 * Undefined when no role knows it.
 */
export function explainKey(key: string, role: Role | undefined, version: string | undefined): string | undefined {
  const target = { version: parseVersion(version ?? '') ?? NEWEST_VERSION, source: 'setting' } as const;
  const roles = role && lookup(role, key) ? [role] : rolesOf(key);
  const told = roles.flatMap((one) => describeIn({ role: one, client: 'java', target }, key) ?? []);
  return told.length > 0 ? told.join('\n\n') : undefined;
}

function describeIn(scope: Pick<Scope, 'role' | 'client' | 'target'>, key: string): string | undefined {
  const definition = definitionOf(scope, key);
  const title = `## ${key} (${scope.role}, Kafka ${scope.target.version satisfies KafkaVersion})`;
  return definition && `${title}\n\n${describeSetting(scope, definition)}`;
}
