import type { CodeClient } from './data';

/** What people call each library. */
export const CLIENT_NAMES: Readonly<Record<CodeClient, string>> = {
  kafkajs: 'KafkaJS',
  confluent: '@confluentinc/kafka-javascript',
  rdkafka: 'node-rdkafka',
  platformatic: '@platformatic/kafka',
  'kafka-python': 'kafka-python',
  aiokafka: 'aiokafka',
  sarama: 'sarama',
  'kafka-go': 'kafka-go',
  'franz-go': 'franz-go',
};

/** A call as code has it: `new Kafka()`, `send()`. */
export function shownCall(method: string): string {
  return /^[A-Z]/.test(method) ? `new ${method}()` : `${method}()`;
}
