import type { ClientLibrary } from '../../model/scope';
import type { CanonicalKey } from './options';

/** How the options of a library's method are called in Kafka's own terms. */
export function canonicalKeys(_library: ClientLibrary, _method: string): CanonicalKey {
  return (path) => path;
}

/** The other way round: the option that a key of Kafka's stands for; the key itself when it already is an option. */
export function optionPath(_library: ClientLibrary, key: string): string {
  return key;
}
