import type { FileKind } from '../../protocol/fileKinds';

const KAFKA = /kafka|bootstrap\.servers/i;
const PACKAGE = /\b(?:org\.apache\.kafka|springframework\.kafka|reactor\.kafka|vertx\.kafka)\b/;
/** Pieces of code have no imports. */
const USE =
  /\bnew\s+(?:Kafka(?:Producer|Consumer|Streams|Admin)|DefaultKafka\w+Factory|NewTopic)\b|\b(?:Producer|Consumer|Streams|AdminClient)Config\.|\b(?:Kafka)?Admin(?:Client)?\.create\(|@KafkaListener\b|\bKafkaTemplate\b/;

/** Java. */
export const files: FileKind = {
  // Kafka's clients in Java have the shorter name.
  id: 'java-code',
  family: 'code',
  languageIds: ['java'],
  names: ['*.java'],
  never: /(?:^|[/\\])(?:package|module)-info\.java$/i,
  mentions: [
    [KAFKA, PACKAGE],
    [KAFKA, USE],
  ],
  reach: Number.POSITIVE_INFINITY,
};
