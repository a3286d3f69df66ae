import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { setOption } from './support/fixes';
import { isTrue, optionIn, sendsOf } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/acks-invalid',
  summary: 'acks of send() has a value that KafkaJS cannot send or rejects',
  severity: 'error',
  roles: ['producer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/protocol/requests/produce/v3/request.js (acks as INT16)',
    'kafkajs 2.2.4 src/producer/messageProducer.js (acks of an idempotent producer)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const isIdempotent = isTrue(scope, 'idempotent');
    for (const { options } of sendsOf(scope)) {
      const entry = optionIn(options, 'acks');
      const message = entry && messageFor(entry, isIdempotent);
      if (!entry || !message) continue;
      yield {
        span: entry.span,
        message,
        fixes: [setOption(scope, entry, meantBy(entry, isIdempotent), { safe: true })],
      };
    }
  },
};

const ACCEPTED: ReadonlySet<string> = new Set(['-1', '0', '1']);

function messageFor({ value }: Entry, isIdempotent: boolean): string | undefined {
  if (value.kind !== 'literal' || value.form === 'undefined') return undefined;
  const { text } = value;
  if (isIdempotent && !(value.form === 'number' && text === '-1')) {
    return `The producer is idempotent, and send() throws unless acks is -1: this record is never sent.`;
  }
  // The number in a text reaches the wire as a number.
  if (ACCEPTED.has(text)) return undefined;
  return value.form === 'string'
    ? `acks: '${text}' goes to the broker as 0: it never answers, and send() waits until the request times out. The number for all in-sync replicas is -1.`
    : `Kafka knows acks of -1 (all in-sync replicas), 1 (the leader) and 0 (no answer), but not ${text}.`;
}

function meantBy({ value }: Entry, isIdempotent: boolean): string {
  return !isIdempotent && ['leader', 'one'].includes(value.text) ? '1' : '-1';
}
