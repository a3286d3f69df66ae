import type { FileKind } from '../../protocol/fileKinds';

/** Go: whoever makes or is handed a Kafka client imports its package. */
export const files: FileKind = {
  id: 'go',
  family: 'code',
  languageIds: ['go'],
  names: ['*.go'],
  mentions: [
    [/"github\.com\/(?:confluentinc\/confluent-kafka-go|segmentio\/kafka-go|(?:IBM|Shopify)\/sarama|twmb\/franz-go)\b/],
  ],
  reach: Number.POSITIVE_INFINITY,
};
