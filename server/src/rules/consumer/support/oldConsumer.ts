import type { Reader } from '../../../catalogue/reader';

/** A consumer in Scala, from before Kafka 2.0, whose settings had other names and defaults. */
export function isOldConsumer(reader: Reader): boolean {
  return reader.has('zookeeper.connect');
}
