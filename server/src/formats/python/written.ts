import { callOptions } from '../../catalogue/clients';
import { hasCatalogue } from '../../catalogue/clients/data';
import { librdkafkaKey, librdkafkaKeys } from '../../catalogue/clients/librdkafka';
import type { ClientOption } from '../../catalogue/clients/option';
import type { ClientLibrary } from '../../model/scope';
import { layoutOf } from './layout';

/** What the library calls a key of Kafka's. */
export function writtenName(library: ClientLibrary, role: string, key: string): string {
  if (!hasCatalogue(library)) return key;
  if (library !== 'rdkafka') return callOptions(library, role).find(({ kafkaKey }) => kafkaKey === key)?.name ?? key;
  if (librdkafkaKey(key)) return key;
  return librdkafkaKeys('both').find((one) => librdkafkaKey(one)?.kafkaKey === key) ?? key;
}

/** A value of Kafka's as a program in Python gives it; undefined where the library has no such option. */
export function pythonValue(
  text: string,
  library: ClientLibrary,
  role: string,
  key: string,
  value: string,
): string | undefined {
  const isOne = ({ name, kafkaKey }: ClientOption): boolean => kafkaKey === key || name === key;
  const isKnown =
    library === 'rdkafka'
      ? librdkafkaKey(writtenName(library, role, key)) !== undefined
      : hasCatalogue(library) && callOptions(library, role).some(isOne);
  if (!isKnown) return undefined;
  if (key === 'compression.type' && value === 'none' && library !== 'rdkafka') return 'None';
  if (value === 'true' || value === 'false') return value === 'true' ? 'True' : 'False';
  return /^-?\d+(?:\.\d+)?$/.test(value) ? value : `${layoutOf(text).quote}${value}${layoutOf(text).quote}`;
}
