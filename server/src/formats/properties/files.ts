import type { FileKind } from '../../protocol/fileKinds';

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

/** Files in the syntax of java.util.Properties, also with what templates and samples put behind: `server.properties.j2`. */
export const files: FileKind = {
  id: 'properties',
  family: 'settings',
  languageIds: ['properties', 'java-properties', 'kafka-properties'],
  names: ['*.properties', '*.properties{.,-,_}*', '*.{conf,cnf,config,cfg}'],
  never:
    /^(?:.*log4j2?.*|logback.*|logging|simplelogger|gradle|gradle-wrapper|local|zookeeper.*|zoo|messages(?:_\w+)?|.*_[a-z]{2}_[A-Z]{2})\.(?:properties|cfg|conf)/,
  mentions: [[TELLING]],
  // Kafka's own files show themselves far earlier.
  reach: 65536,
};
