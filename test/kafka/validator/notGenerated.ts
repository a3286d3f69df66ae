import type { Role } from '../../../server/src/model/scope';
import { CLASS_VALUES } from './classValues';
import { isServer } from './servers';

/** Settings whose values depend on the machine rather than on Kafka: folders, and providers that read files and take passwords. */
const DEPENDS_ON_MACHINE = [/^config\.providers/, /^plugin\./, /^security\.providers$/, /^state\.dir$/];
/** Classes of a kind that Kafka has none of itself, or none that a file may name. */
const NAMES_A_CLASS = /(?:\.class(?:es)?|\.classname|\.class\.name|\.class\.path|reporters)$/;

/** A server is asked no further than its settings go: it loads neither key stores, nor logins, nor reporters. */
const DEPENDS_ON_SERVER = [/^config\.providers/, /^security\.providers$/, /^metric\.reporters$/];

export function isNotGenerated(key: string, role: Role): boolean {
  if (isServer(role)) return DEPENDS_ON_SERVER.some((pattern) => pattern.test(key));
  if (NAMES_A_CLASS.test(key) && CLASS_VALUES[key] === undefined) return true;
  return DEPENDS_ON_MACHINE.some((pattern) => pattern.test(key));
}
