import type { Role } from '../../../server/src/model/scope';
import { isServer } from './servers';

/**
 * Settings whose values depend on the machine rather than on Kafka: folders with plugins, providers that read files
 * or take passwords for a class, and what is loaded without that any of Kafka's own classes would be of its kind.
 */
const DEPENDS_ON_MACHINE = [
  /^config\.providers/,
  /^plugin\./,
  /^security\.providers$/,
  /reporters$/,
  /^state\.dir$/,
  /^(?:sasl\.(?:login|client|server)(?:\.callback\.handler)?|ssl\.engine\.factory|interceptor|rocksdb.*)\.class(?:es)?$/,
  /(?:\.class(?:es)?|\.classname|\.class\.name|\.class\.path)$/,
];

/** Classes of kinds that Kafka has some of itself, so that right and wrong ones can be told. */
const OF_KAFKA = /^(?:partitioner\.class|replication\.policy\.class|authorizer\.class\.name)$/;

/** A server is asked no further than its settings go: it loads neither key stores nor logins. */
const DEPENDS_ON_SERVER = [/^config\.providers/, /^security\.providers$/];

export function isNotGenerated(key: string, role: Role): boolean {
  if (OF_KAFKA.test(key)) return false;
  return (isServer(role) ? DEPENDS_ON_SERVER : DEPENDS_ON_MACHINE).some((pattern) => pattern.test(key));
}
