import { rolesOf } from '../catalogue/catalogue';
import { isOnlyLibrdkafkas, librdkafkaKey } from '../catalogue/clients/librdkafka';
import type { Role } from '../model/scope';
import type { Settings } from './role';

/** What only servers or topics have is unknown to both kinds of client alike. */
const isOfClients = (role: Role): boolean => role === 'producer' || role === 'consumer' || role === 'admin';

function hasAny<T>(all: Iterable<T>, is: (one: T) => boolean): boolean {
  for (const one of all) if (is(one)) return true;
  return false;
}

/**
 * The role of a file in librdkafka's vocabulary, which programs in C, Python, Go or .NET read: most of its keys are
 * librdkafka's, and more of them are unknown to Kafka's own clients than the other way round. Undefined for any other.
 */
export function librdkafkaRole(settings: Settings): Role | undefined {
  // Nearly every file of settings is seen through here.
  if (!hasAny(settings.keys(), isOnlyLibrdkafkas)) return undefined;
  const counts = { own: 0, java: 0, known: 0, producer: 0, consumer: 0 };
  for (const key of settings.keys()) {
    const setting = librdkafkaKey(key);
    if (isOnlyLibrdkafkas(key)) counts.own++;
    else if (!setting && rolesOf(key).some(isOfClients)) counts.java++;
    if (!setting) continue;
    counts.known++;
    if (setting.scope !== 'both') counts[setting.scope]++;
  }
  if (counts.own <= counts.java || counts.known * 2 < settings.size) return undefined;
  if (!settings.has('bootstrap.servers') && !settings.has('metadata.broker.list') && counts.own < 2) return undefined;
  if (counts.producer > 0 && counts.consumer === 0) return 'producer';
  return counts.consumer > 0 && counts.producer === 0 ? 'consumer' : 'client';
}
