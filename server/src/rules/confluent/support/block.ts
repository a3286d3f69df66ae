import type { Value } from '../../../model/entry';
import { tableOf } from '../../../model/tableOf';

/** What KafkaJS has and Confluent's client refuses, and what there is in its place. */
const UNSUPPORTED: Readonly<Record<string, string>> = tableOf({
  createPartitioner: 'partitioners are chosen by the key `partitioner` beside the block',
  socketFactory: 'librdkafka makes its own sockets',
  reauthenticationThreshold: 'librdkafka authenticates again automatically',
  logCreator: 'give it a `logger` instead',
  autoCommitThreshold: 'commits are made by time, see `autoCommitInterval`',
  'retry.factor': 'the factor is always 0.2',
  'retry.multiplier': 'the multiplier is always 2',
  'retry.restartOnFailure': 'the consumer always starts again',
});

/** Why the block refuses an option of KafkaJS; undefined for those that it takes. */
export function unsupported(name: string): string | undefined {
  return Object.hasOwn(UNSUPPORTED, name) ? UNSUPPORTED[name] : undefined;
}

/** Why the block refuses the value of an option that it takes; undefined for what it takes and what cannot be known. */
export function wrongKind(name: string, value: Value): string | undefined {
  const form = value.kind === 'absent' ? undefined : value.form;
  if (name === 'ssl' && form === 'object') {
    return 'it is true or false here, and certificates are given by librdkafka’s keys beside the block, such as `ssl.ca.location`';
  }
  if (name === 'brokers' && (form === 'string' || form === 'function')) return 'it must be an array of host:port';
  const isAws = name === 'sasl.mechanism' && value.kind === 'literal' && value.text.toLowerCase() === 'aws';
  if (isAws) return 'librdkafka has no such mechanism';
  const isFunctions = name === 'partitionAssigners' && /^\[[^'"\]]*=>/.test(value.text);
  return isFunctions ? 'it must be members of PartitionAssigners, not functions' : undefined;
}
