import type { FileKind } from '../../protocol/fileKinds';

const CLIENT = /kafka/i;
const USE =
  /\.\s*(?:producer|consumer|admin|run|transaction|metrics|fetchOffsets)\s*\(|\.\s*\w{0,40}(?:send|[pP]roduce|[sS]end|[sS]ubscribe|[cC]onsume|[pP]ublish)\w{0,40}\s*\(|\bcreate(?:Read|Write)Stream\b|Transport\.KAFKA|\bClientKafka(?:Proxy)?\b|\bnew\s+(?:\w+\.)*(?:Kafka|Producer|HighLevelProducer|KafkaConsumer|Consumer|Admin)\b/;
const PRODUCER_ALONE = /producer(?:(?!producer)\w)*\s*\??\.\s*(?:send|sendBatch|metrics)\s*\(/i;
const CONSUMER_ALONE = /\beach(?:Message|Batch)\b/;

/** JavaScript and TypeScript, also in components. */
export const files: FileKind = {
  id: 'javascript',
  family: 'code',
  languageIds: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte', 'astro'],
  names: ['*.{js,mjs,cjs,jsx,es6,ts,mts,cts,tsx,vue,svelte,astro}'],
  never: /\.d\.[cm]?ts$/i,
  mentions: [[CLIENT, USE], [PRODUCER_ALONE], [CONSUMER_ALONE]],
  reach: Number.POSITIVE_INFINITY,
};
