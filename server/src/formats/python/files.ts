import type { FileKind } from '../../protocol/fileKinds';

/** Python: whoever makes or is handed a Kafka client imports its package. */
export const files: FileKind = {
  id: 'python',
  family: 'code',
  languageIds: ['python'],
  names: ['*.py'],
  mentions: [[/^[\ufeff \t]*(?:from|import)[ \t]+(?:confluent_kafka|aiokafka|kafka)\b/m]],
  reach: Number.POSITIVE_INFINITY,
};
