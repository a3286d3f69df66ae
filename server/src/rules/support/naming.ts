import { hasCatalogue } from '../../catalogue/clients/data';
import { CLIENT_NAMES } from '../../catalogue/clients/names';
import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';

/** A key as the file, or else its library, calls it: `linger.ms`, `BatchTimeout`. */
export function nameOf(reader: Reader, key: string): string {
  return reader.entry(key)?.writtenKey ?? reader.scope.written(key);
}

/** A setting as the file has it: `acks=1`, `RequiredAcks=kafka.RequireOne`. */
export function shownSetting({ writtenKey, value }: Entry): string {
  const text = value.kind === 'literal' ? (value.written ?? value.text) : value.text;
  return `${writtenKey}=${text.trim()}`;
}

/** A value of Kafka's as the file would have it. */
export function shownValue(scope: Scope, key: string, value: string): string {
  return scope.writtenValue?.(key, value) ?? value;
}

/** What people call the library of a scope. */
export function libraryName({ client, package: from }: Scope): string {
  if (client === 'rdkafka' && from !== 'node-rdkafka') return 'librdkafka';
  return hasCatalogue(client) ? CLIENT_NAMES[client] : 'Kafka';
}

/** True for a library whose defaults are not those of Kafka's own clients. */
export function isOther({ client }: Scope): boolean {
  return client !== 'java';
}
