import { clientOption } from '../../catalogue/clients';
import type { ClientLibrary } from '../../model/scope';
import type { CanonicalKey } from './options';

/** How the options of a library's method are called in Kafka's own terms, where they mean the same. */
export function canonicalKeys(library: ClientLibrary, method: string): CanonicalKey {
  if (library === 'java') return (path) => path;
  return (path) => clientOption(library, method, path)?.kafkaKey ?? path;
}
