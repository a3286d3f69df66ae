import { tableOf } from '../../model/tableOf';

/** What a broker calls the default of a topic's setting (ServerTopicConfigSynonyms), where the names differ. */
export const BROKER_NAME_OF_TOPIC_KEY: Readonly<Record<string, string>> = tableOf({
  'cleanup.policy': 'log.cleanup.policy',
  'delete.retention.ms': 'log.cleaner.delete.retention.ms',
  'file.delete.delay.ms': 'log.segment.delete.delay.ms',
  'flush.messages': 'log.flush.interval.messages',
  'flush.ms': 'log.flush.interval.ms',
  'index.interval.bytes': 'log.index.interval.bytes',
  'local.retention.bytes': 'log.local.retention.bytes',
  'local.retention.ms': 'log.local.retention.ms',
  'max.compaction.lag.ms': 'log.cleaner.max.compaction.lag.ms',
  'max.message.bytes': 'message.max.bytes',
  'message.timestamp.after.max.ms': 'log.message.timestamp.after.max.ms',
  'message.timestamp.before.max.ms': 'log.message.timestamp.before.max.ms',
  'message.timestamp.type': 'log.message.timestamp.type',
  'min.cleanable.dirty.ratio': 'log.cleaner.min.cleanable.ratio',
  'min.compaction.lag.ms': 'log.cleaner.min.compaction.lag.ms',
  preallocate: 'log.preallocate',
  'remote.copy.lag.bytes': 'log.remote.copy.lag.bytes',
  'remote.copy.lag.ms': 'log.remote.copy.lag.ms',
  'retention.bytes': 'log.retention.bytes',
  'retention.ms': 'log.retention.ms',
  'segment.bytes': 'log.segment.bytes',
  'segment.index.bytes': 'log.index.size.max.bytes',
  'segment.jitter.ms': 'log.roll.jitter.ms',
  'segment.ms': 'log.roll.ms',
});

export interface TopicName {
  readonly key: string;
  /** What a value has to be multiplied with to be in the topic setting's unit. */
  readonly factor: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const TOPIC_NAMES: ReadonlyMap<string, TopicName> = new Map([
  ...Object.entries(BROKER_NAME_OF_TOPIC_KEY).map(([key, broker]): [string, TopicName] => [broker, { key, factor: 1 }]),
  ['log.retention.minutes', { key: 'retention.ms', factor: MINUTE_MS }],
  ['log.retention.hours', { key: 'retention.ms', factor: HOUR_MS }],
  ['log.roll.hours', { key: 'segment.ms', factor: HOUR_MS }],
  ['log.roll.jitter.hours', { key: 'segment.jitter.ms', factor: HOUR_MS }],
]);

/** What a topic calls a broker's setting. */
export function topicNameOf(brokerKey: string): TopicName | undefined {
  return TOPIC_NAMES.get(brokerKey);
}
