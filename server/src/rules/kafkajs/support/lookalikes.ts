import { callOptions, callsWithOption, clientOption } from '../../../catalogue/clients';
import { tableOf } from '../../../model/tableOf';
import { nearest } from '../../support/nearest';

/** Why a name that KafkaJS does not know is no option of the call, and what was meant. */
export type Verdict =
  /** Another call takes it. */
  | { readonly kind: 'misplaced'; readonly methods: readonly string[] }
  | { readonly kind: 'misspelt'; readonly name: string }
  /** No call of KafkaJS has anything like it. */
  | { readonly kind: 'missing'; readonly instead: string }
  | { readonly kind: 'unknown' };

const BATCHING = 'KafkaJS does not batch in the background: pass many messages to each send()';

/** Options of other clients that have no counterpart, and what to do instead. */
const MISSING: Readonly<Record<string, string>> = tableOf({
  batch: BATCHING,
  batchSize: BATCHING,
  linger: BATCHING,
  lingerMs: BATCHING,
  maxBatchSize: BATCHING,
  bufferMemory: 'KafkaJS has no buffer of its own: await each send() to bound what is under way',
  deliveryTimeout: 'KafkaJS has no time limit for a delivery: bound it by `retry` and by `timeout` of send()',
  maxPollRecords: 'KafkaJS hands over whole batches: bound them by `maxBytes`',
  maxPollInterval: 'KafkaJS has no poll interval: call `heartbeat()` in the handler, and see `rebalanceTimeout`',
  autoOffsetReset: 'in KafkaJS it is `fromBeginning` of subscribe()',
  enableAutoCommit: 'in KafkaJS it is `autoCommit` of run()',
  isolationLevel: 'in KafkaJS it is `readUncommitted` of consumer()',
});

/** The calls that take options which people give to another one. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = tableOf({
  producer: ['send', 'sendBatch', 'Kafka'],
  consumer: ['run', 'subscribe', 'Kafka'],
  subscribe: ['consumer', 'run'],
  run: ['consumer', 'subscribe'],
  send: ['producer', 'Kafka'],
  sendBatch: ['producer', 'Kafka'],
  Kafka: ['producer', 'consumer', 'send', 'run'],
  admin: ['Kafka'],
});

/**
 * True for an option that the call does not take. What is inside an option is judged only where the catalogue knows
 * the inside.
 */
export function isIgnored(method: string, path: string): boolean {
  if (clientOption('kafkajs', method, path)) return false;
  const dot = path.lastIndexOf('.');
  if (dot < 0) return true;
  const outer = clientOption('kafkajs', method, path.slice(0, dot));
  if (!outer || outer.open) return false;
  return callOptions('kafkajs', method).some(({ name }) => name.startsWith(`${outer.name}.`));
}

/** Names that people give to a call although it does not take them. */
export function lookalikesOf(method: string): readonly string[] {
  const taken = new Set(callOptions('kafkajs', method).map(({ name }) => name));
  const neighbours = (NEIGHBOURS[method] ?? []).flatMap((one) => callOptions('kafkajs', one).map(({ name }) => name));
  const names = [...neighbours.filter((name) => !/[.[]/.test(name)), ...Object.keys(MISSING)];
  return [...new Set(names)].filter((name) => !taken.has(name));
}

export function judgeName(method: string, name: string): Verdict {
  const takers = callsWithOption('kafkajs', name);
  const methods = (NEIGHBOURS[method] ?? []).filter((one) => takers.includes(one));
  if (methods.length > 0) return { kind: 'misplaced', methods };
  const instead = Object.hasOwn(MISSING, camel(name)) ? MISSING[camel(name)] : undefined;
  if (instead) return { kind: 'missing', instead };
  const options = callOptions('kafkajs', method).filter((option) => !option.name.includes('.'));
  const meant = options.find(({ kafkaKey }) => kafkaKey === name) ?? options.find((one) => alike(one.name, name));
  const close =
    meant?.name ??
    nearest(
      name,
      options.map((option) => option.name),
    );
  return close ? { kind: 'misspelt', name: close } : { kind: 'unknown' };
}

/** `linger.ms`, `linger_ms` and `lingerMS` are all `lingerMs`. */
function camel(name: string): string {
  const [first = '', ...words] = name.split(/[._-]+/);
  return [first, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))]
    .join('')
    .replace(/(?<![A-Z])[A-Z]{2,}$/, (end) => end.charAt(0) + end.slice(1).toLowerCase());
}

/** Equal but for case and for a unit at the end. */
function alike(option: string, name: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[._-]/g, '')
      .replace(/(?:in)?ms$/, '');
  return plain(option) === plain(name);
}
