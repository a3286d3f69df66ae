import { trimAsJava } from '../../../catalogue/typed';
import type { Setting } from '../../../catalogue/types';
import type { Refusal } from './valueVerdict';

type Validator = (value: string) => Refusal | undefined;

const OFFSET_RESETS = ['earliest', 'latest', 'none'];

/** AutoOffsetResetStrategy.Validator, but for the form of the duration, which is left to Kafka. */
function offsetReset(value: string): Refusal | undefined {
  if (OFFSET_RESETS.includes(value) || value.startsWith('by_duration:')) return undefined;
  return { kind: 'not-one-of', allowed: [...OFFSET_RESETS, 'by_duration:<ISO 8601 duration>'], offending: value };
}

/** -1 stands for the codec's, or the broker's, own choice. */
function atLeastOneOrDefault(max: number): Validator {
  return (value) => {
    const number = Number(value);
    if (number === -1 || (number >= 1 && number <= max)) return undefined;
    return { kind: 'out-of-range', min: '1', ...(max !== Number.POSITIVE_INFINITY && { max: String(max) }) };
  };
}

const REPLICAS_OR_PARTITIONS = atLeastOneOrDefault(Number.POSITIVE_INFINITY);

/** The validators beyond a range or a choice that people run into; the rest is left to Kafka. */
const VALIDATORS: ReadonlyMap<string, Validator> = new Map([
  ['auto.offset.reset', offsetReset],
  ['compression.gzip.level', atLeastOneOrDefault(9)],
  ['config.storage.replication.factor', REPLICAS_OR_PARTITIONS],
  ['offset.storage.replication.factor', REPLICAS_OR_PARTITIONS],
  ['offset.storage.partitions', REPLICAS_OR_PARTITIONS],
  ['status.storage.replication.factor', REPLICAS_OR_PARTITIONS],
  ['status.storage.partitions', REPLICAS_OR_PARTITIONS],
]);

/** Judges a value of the right type by a validator that the catalogue only has the name of. */
export function specialRefusal({ key, constraint }: Setting, text: string): Refusal | undefined {
  return constraint?.other === undefined ? undefined : VALIDATORS.get(key)?.(trimAsJava(text));
}
