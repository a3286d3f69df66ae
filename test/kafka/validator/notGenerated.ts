import type { Role } from '../../../server/src/model/scope';
import { isServer } from './servers';

/**
 * Settings whose values depend on the machine rather than on Kafka: key stores and passwords for them, logins,
 * algorithms of its Java, classes that are loaded, providers that read files, and thread counts that would be taken at their word.
 */
const DEPENDS_ON_MACHINE = [
  /^ssl\.(?!client\.auth$|endpoint)/,
  /^sasl\.(?:jaas|login|kerberos|oauthbearer|client|server)/,
  /^config\.providers/,
  /^plugin\./,
  /\.class(?:es)?$|\.classname$|\.class\.name$|\.class\.path$/,
  /^security\.providers$/,
  /reporters$/,
  /^inter\.worker\.(?:key\.(?:generation|size)|signature|verification)/,
  /^state\.dir$/,
];

/** A server is asked no further than its settings go: it loads neither key stores nor logins. */
const DEPENDS_ON_SERVER = [/^config\.providers/, /^security\.providers$/, /^authorizer\.class\.name$/];

export function isNotGenerated(key: string, role: Role): boolean {
  return (isServer(role) ? DEPENDS_ON_SERVER : DEPENDS_ON_MACHINE).some((pattern) => pattern.test(key));
}
