import { clientOption } from '../../catalogue/clients';
import { librdkafkaKey } from '../../catalogue/clients/librdkafka';
import type { ClientLibrary } from '../../model/scope';
import type { CanonicalKey } from './options';

/** How the options of a library's method are called in Kafka's own terms, where they mean the same. */
export function canonicalKeys(library: ClientLibrary, method: string): CanonicalKey {
  if (library === 'java' || library === 'nest') return (path) => path;
  const isWrapper = library === 'rdkafka' || library === 'confluent';
  return (path) =>
    clientOption(library, method, path)?.kafkaKey ??
    (isWrapper ? librdkafkaKey(path, library)?.kafkaKey : undefined) ??
    path;
}
