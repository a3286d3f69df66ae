import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet, removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';

const INT_MAX = 2 ** 31 - 1;
/** The default of delivery.timeout.ms in every version. */
const USUAL = 120_000;
const KEYS = ['delivery.timeout.ms', 'request.timeout.ms', 'linger.ms'] as const;

export const rule: ScopeRule = {
  id: 'producer/delivery-timeout-conflict',
  summary: 'delivery.timeout.ms is less than linger.ms and request.timeout.ms together',
  severity: 'error',
  roles: ['producer'],
  sources: ['KafkaProducer.configureDeliveryTimeout', 'Kafka 4.0 upgrade notes (linger.ms default 0 to 5)'],
  *check(reader: Reader): Iterable<Report> {
    const delivery = reader.number('delivery.timeout.ms');
    const request = reader.number('request.timeout.ms');
    const linger = reader.number('linger.ms');
    if (delivery === undefined || request === undefined || linger === undefined) return;
    const needed = Math.min(linger + request, INT_MAX);
    const entry = KEYS.map((key) => reader.entry(key)).find((found) => found !== undefined);
    if (delivery >= needed || !entry) return;
    const sum = `linger.ms (${linger}) and request.timeout.ms (${request}) together`;
    const fixes = [addOrSet(reader, 'delivery.timeout.ms', String(needed), { safe: true })];
    const written = reader.entry('delivery.timeout.ms');
    if (written && needed <= USUAL) fixes.push(removeEntry(written, `the default is ${USUAL}`));
    if (!written) {
      const message = `The default delivery.timeout.ms (${delivery}) is too low: Kafka uses ${needed}, which is ${sum}, and logs a warning.`;
      yield { span: entry.span, message, severity: 'warning', fixes };
      return;
    }
    const accepted = isAcceptedBefore40(reader, delivery, request);
    const since = accepted ? ' since Kafka 4.0' : '';
    const message = `delivery.timeout.ms (${delivery}) is less than ${sum}: the producer throws a ConfigException${since} and does not start.`;
    yield { span: entry.span, message, severity: accepted ? 'warning' : 'error', fixes };
  },
};

/** Where nobody has said which version the file is for, it may be one whose default linger is 0. */
function isAcceptedBefore40(reader: Reader, delivery: number, request: number): boolean {
  return reader.scope.target.source === 'newest' && !reader.has('linger.ms') && delivery >= request;
}
