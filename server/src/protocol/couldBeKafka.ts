import { CODE_LANGUAGE_IDS } from './selector';

/**
 * Words that are in every file that is recognised as Kafka's by its keys, most of them in the first lines. A file of
 * another program may have one too: the server looks closely and finds nothing.
 */
const TELLING = new RegExp(
  [
    'kafka|broker|bootstrap\\.servers|serializer|listener|zookeeper|controller|producer|partitioner|connector|converter|serde',
    'process\\.roles|node\\.id|replica|offset|leader\\.election|authorizer\\.class|super\\.users|delete\\.topic|topology',
    '\\blog\\.(?:dir|retention|segment|roll|cleanup|cleaner|flush|message)|retention\\.|segment\\.|cleanup\\.policy|cleanable',
    'num\\.(?:network|io|partitions|recovery|stream)|background\\.threads|socket\\.(?:send|receive|request)|flush\\.m|file\\.delete',
    '\\backs\\b|\\bretries\\b|linger\\.ms|batch\\.size|buffer\\.memory|idempotence|transaction|compression\\.|delivery\\.timeout',
    'max\\.(?:poll|partition|message|in\\.flight|request|block)|message\\.max|fetch\\.|auto\\.(?:commit|create|leader)|group\\.',
    'isolation\\.level|session\\.timeout|heartbeat|partition\\.assignment|internal\\.topics|compaction|security\\.protocol|sasl\\.',
    'ssl\\.(?:keystore|truststore|endpoint)|application\\.(?:id|server)|state\\.dir|statestore|cache\\.max|processing\\.guarantee',
    'exception\\.handler|timestamp\\.extractor|plugin\\.|rest\\.advertised|storage\\.topic|exactly\\.once|errors\\.tolerance',
    'tasks\\.max|\\btopics\\b|transforms',
  ].join('|'),
);

/** No more of a file is looked at; Kafka's own files show themselves far earlier. */
const HEAD = 65536;

/** False for a text that cannot be Kafka's, so that no server needs to run for it. */
export function couldBeKafka(text: string, languageId = ''): boolean {
  if (CODE_LANGUAGE_IDS.includes(languageId)) return mentionsClient(text);
  return TELLING.test(text.length > HEAD ? text.slice(0, HEAD) : text);
}

const CLIENT = /kafka/i;
const USE =
  /\.\s*(?:producer|consumer|admin|send|sendBatch|run|subscribe|transaction|metrics|fetchOffsets)\s*\(|Transport\.KAFKA|\bnew\s+(?:\w+\.)*(?:Kafka|Producer|HighLevelProducer|KafkaConsumer|Consumer|Admin)\b/;
const PRODUCER_ALONE = /producer\w*\s*\??\.\s*(?:send|sendBatch|metrics)\s*\(/i;
const CONSUMER_ALONE = /\beach(?:Message|Batch)\b/;

/** False for code that cannot use a Kafka client: a cheap look that keeps it from being parsed. */
export function mentionsClient(text: string): boolean {
  return (CLIENT.test(text) && USE.test(text)) || PRODUCER_ALONE.test(text) || CONSUMER_ALONE.test(text);
}
