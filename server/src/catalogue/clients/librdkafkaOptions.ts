import { tablesOf } from '../../model/tableOf';
import { unitOf } from '../units';
import type { CodeClient } from './data';
import { describeOption } from './describe';
import { type LibrdkafkaSetting, librdkafkaKey, librdkafkaKeys } from './librdkafka';
import type { ClientOption } from './option';

type Scope = LibrdkafkaSetting['scope'];

/** Which calls take librdkafka's keys, and whose keys. */
const CALLS: Readonly<Partial<Record<CodeClient, Readonly<Record<string, Scope>>>>> = tablesOf({
  rdkafka: {
    Producer: 'producer',
    HighLevelProducer: 'producer',
    KafkaConsumer: 'consumer',
    createWriteStream: 'producer',
    createReadStream: 'consumer',
    create: 'both',
  },
  confluent: { Kafka: 'both', producer: 'producer', consumer: 'consumer', admin: 'both' },
});

/** The calls that take librdkafka's keys. */
export function librdkafkaCalls(client: CodeClient): readonly string[] {
  return Object.keys(CALLS[client] ?? {});
}

/** librdkafka's keys as options of a call; empty for calls that do not take them. */
export function librdkafkaOptions(client: CodeClient, call: string): readonly ClientOption[] {
  const calls = CALLS[client] ?? {};
  const scope = Object.hasOwn(calls, call) ? calls[call] : undefined;
  if (!scope) return [];
  const wrapper = client === 'confluent' ? 'confluent' : 'rdkafka';
  return librdkafkaKeys(scope, wrapper).flatMap((key) => {
    const setting = librdkafkaKey(key, wrapper);
    return setting ? [optionOf(setting)] : [];
  });
}

const KINDS: Readonly<Record<LibrdkafkaSetting['type'], readonly string[]>> = {
  // Both wrappers turn every value into text, so that a text with digits is as good as a number.
  integer: ['number', 'string'],
  float: ['number', 'string'],
  boolean: ['boolean', 'string'],
  string: ['string'],
  enum: ['string'],
  list: ['string'],
  callback: ['boolean', 'function', 'object'],
};

function optionOf(setting: LibrdkafkaSetting): ClientOption {
  const { key, type, defaultText, kafkaKey, values } = setting;
  const unit = type === 'integer' ? unitOf(key) : undefined;
  const description = describeOption('rdkafka', '*', setting.aliasOf ?? key);
  return {
    name: key,
    kinds: KINDS[type],
    required: false,
    ...(values && type === 'enum' && { values }),
    ...(defaultText !== '' && { defaultText }),
    ...(unit && { unit }),
    ...(kafkaKey && { kafkaKey }),
    ...(description && { description }),
  };
}
