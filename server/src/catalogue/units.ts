import { tableOf } from '../model/tableOf';

/** What a number of a setting counts. */
export type Unit = 'ns' | 'ms' | 's' | 'min' | 'h' | 'bytes' | 'bytes/s' | 'percent' | 'ratio' | 'count';

/** By the last words of the key, the longest match first. */
const BY_ENDING: readonly (readonly [RegExp, Unit])[] = [
  [/\.bytes\.per\.second$|\.bytes\.per\.sec(ond)?$/, 'bytes/s'],
  [/(^|\.)bytes$|\.(max|min)\.bytes$|\.buffer\.size$/, 'bytes'],
  [/\.ms$|\.milliseconds$|\.millis$/, 'ms'],
  [/\.seconds$/, 's'],
  [/\.minutes$/, 'min'],
  [/\.hours$/, 'h'],
  [/\.percentage$/, 'percent'],
  [/\.ratio$/, 'ratio'],
];

/** Keys whose name does not tell. Units are those of Kafka's documentation of the key. */
const EXCEPTIONS: Readonly<Record<string, Unit>> = tableOf({
  'batch.size': 'bytes',
  'buffer.memory': 'bytes',
  'max.request.size': 'bytes',
  'log.cleaner.dedupe.buffer.size': 'bytes',
  'log.cleaner.io.buffer.size': 'bytes',
  'log.cleaner.io.max.bytes.per.second': 'bytes/s',
  'offsets.load.buffer.size': 'bytes',
  'transaction.state.log.load.buffer.size': 'bytes',
  'log.flush.interval.messages': 'count',
  'cache.max.bytes.buffering': 'bytes',
  'quota.window.size.seconds': 's',
  'replication.quota.window.size.seconds': 's',
  'sasl.login.refresh.window.factor': 'ratio',
  'sasl.kerberos.ticket.renew.window.factor': 'ratio',
  'sasl.kerberos.ticket.renew.jitter': 'ratio',
  'sasl.login.refresh.window.jitter': 'ratio',
  'sasl.login.refresh.min.period.seconds': 's',
  'sasl.login.refresh.buffer.seconds': 's',
  'leader.imbalance.per.broker.percentage': 'percent',
});

const SPECIAL_PREFIX = /^(?:producer|consumer|admin|main\.consumer|restore\.consumer|global\.consumer)\./;

/** The unit of a numeric key, or undefined where the number has none, such as a port or an id. */
export function unitOf(key: string): Unit | undefined {
  const plain = key.replace(SPECIAL_PREFIX, '');
  return EXCEPTIONS[plain] ?? BY_ENDING.find(([ending]) => ending.test(plain))?.[1];
}
