import { type ClassKind, classesOf, isKafkaPackage, wasKafkas } from '../../../catalogue/classes';
import type { KafkaVersion } from '../../../model/version';
import { nearest } from '../../support/nearest';

const IN_KAFKA = /^(?:org\.apache\.)?kafka\./;
/** Connect finds classes by a short name as well, and Java's own package without a name holds anybody's. */
const SHORT_IN: readonly ClassKind[] = ['serializer', 'deserializer', 'assignor', 'serde', 'partitioner'];
/** Rules of their own say which of these Kafka has removed. */
const OLD_AUTHORIZERS = 'kafka.security.auth.';
const TOLD_ELSEWHERE: readonly ClassKind[] = ['authorizer', 'partitioner', 'callback handler'];

/**
 * True where nobody but Kafka can have the class and Kafka has not: in a package of Kafka's, or where it is all but a
 * class of Kafka's. What else stands on the class path nobody can tell.
 */
export function isAbsent(name: string, kind: ClassKind, meant: string | undefined): boolean {
  if (TOLD_ELSEWHERE.includes(kind) && (wasKafkas(name) || name.startsWith(OLD_AUTHORIZERS))) return false;
  if (!name.includes('.')) return meant !== undefined && SHORT_IN.includes(kind) && meant.endsWith(`.${name}`);
  return IN_KAFKA.test(name) && (meant !== undefined || isKafkaPackage(name));
}

/** The version's class of that kind with the same name, or nearly the same; for what is of two parts, with the one. */
export function meantClass(name: string, kind: ClassKind, version: KafkaVersion): string | undefined {
  const own = simple(name);
  const all = classesOf(kind, version);
  const same = all.find(
    (one) => simple(one) === own || simple(one) === `${own}$Value` || simple(one) === `Serdes$${own}`,
  );
  if (same) return same;
  const swapped = counterpart(own);
  const other = all.find((one) => simple(one) === swapped);
  if (other) return other;
  const near = nearest(own, all.map(simple));
  return near === undefined ? undefined : all.find((one) => simple(one) === near);
}

const simple = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** `StringSerializer` where a deserializer is wanted, and the other way round. */
function counterpart(name: string): string {
  if (name.endsWith('Deserializer')) return name.replace(/Deserializer$/, 'Serializer');
  return name.replace(/Serializer$/, 'Deserializer');
}
