import { CONFLUENT_DESCRIPTIONS } from '../descriptions/confluent';
import { KAFKAJS_DESCRIPTIONS } from '../descriptions/kafkajs';
import { KAFKAJS_ADMIN_DESCRIPTIONS } from '../descriptions/kafkajsAdmin';
import { LIBRDKAFKA_DESCRIPTIONS } from '../descriptions/librdkafka';
import { PLATFORMATIC_DESCRIPTIONS } from '../descriptions/platformatic';
import type { CodeClient } from './data';

type Descriptions = Readonly<Record<string, string>>;

const TABLES: Readonly<Record<CodeClient, readonly Descriptions[]>> = {
  kafkajs: [KAFKAJS_DESCRIPTIONS, KAFKAJS_ADMIN_DESCRIPTIONS],
  confluent: [CONFLUENT_DESCRIPTIONS],
  rdkafka: [LIBRDKAFKA_DESCRIPTIONS],
  platformatic: [PLATFORMATIC_DESCRIPTIONS],
  'kafka-python': [],
  aiokafka: [],
  sarama: [],
  'kafka-go': [],
  'franz-go': [],
};

/** The tables' keys have the call, or a star where all calls share the option: `consumer maxBytes`, `* retry.retries`. */
export function describeOption(client: CodeClient, call: string, name: string): string | undefined {
  const keys = [`${call} ${name}`, `* ${name}`, `* ${name.replace('topicMessages[].', '')}`];
  for (const key of keys) {
    const table = TABLES[client].find((one) => Object.hasOwn(one, key));
    if (table) return table[key];
  }
  return undefined;
}
