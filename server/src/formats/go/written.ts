import { callOptions } from '../../catalogue/clients';
import { isGoClient } from '../../catalogue/clients/goCounterparts';
import { goValue } from '../../catalogue/clients/goValues';
import { librdkafkaKey, librdkafkaKeys } from '../../catalogue/clients/librdkafka';
import type { ClientLibrary } from '../../model/scope';

/** How a client is written: by which library, what takes its options, and what the file calls the package. */
export interface Written {
  readonly library: ClientLibrary;
  readonly takes: string;
  readonly alias: string;
}

/** What the library calls a key of Kafka's. */
export function goName({ library, takes }: Written, key: string): string {
  if (isGoClient(library)) return callOptions(library, takes).find(({ kafkaKey }) => kafkaKey === key)?.name ?? key;
  if (librdkafkaKey(key)) return key;
  return librdkafkaKeys('both').find((one) => librdkafkaKey(one)?.kafkaKey === key) ?? key;
}

/** A value of Kafka's as a program in Go gives it; undefined where the library has no such option. */
export function writtenInGo(written: Written, key: string, value: string): string | undefined {
  const { library, takes, alias } = written;
  if (!isGoClient(library)) {
    if (librdkafkaKey(goName(written, key)) === undefined) return undefined;
    return /^-?\d+$|^true$|^false$/.test(value) ? value : JSON.stringify(value);
  }
  const options = callOptions(library, takes);
  const isPlain = /^-?\d+$|^true$|^false$/.test(value);
  if (options.some(({ name }) => name === key)) return isPlain ? value : undefined;
  if (!options.some(({ kafkaKey }) => kafkaKey === key)) return undefined;
  // The older configuration takes numbers and codecs where the newer one has constants.
  if (takes === 'WriterConfig' && key === 'acks') return value === 'all' ? '-1' : value;
  if (takes === 'WriterConfig' && key === 'compression.type') return undefined;
  const source = goValue(library, key, value, alias);
  // Arguments of arguments are written closely.
  return library === 'franz-go' ? source?.replace(' * ', '*') : source;
}
