import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { humanDuration } from '../support/human';
import { backoffOfRetries } from './support/retryTime';
import { PRODUCER_ROLES } from './support/roles';

/** More retries than that last longer than any delivery timeout in use. */
const MANY_RETRIES = 1000;
const DEFAULT_DELIVERY_TIMEOUT_MS = 120_000;

export const rule: ScopeRule = {
  id: 'producer/retries-limited',
  summary: 'A small number of retries gives records up long before the delivery timeout',
  severity: 'information',
  roles: PRODUCER_ROLES,
  sources: ['ProducerConfig.RETRIES_DOC', 'KafkaProducer (delivery.timeout.ms instead of retries)', 'KIP-91, KIP-580'],
  *check(reader: Reader): Iterable<Report> {
    const retries = reader.setNumber('retries');
    if (!retries || retries.value < 1 || retries.value > MANY_RETRIES) return;
    const waited = backoffOfRetries(reader, retries.value);
    const timeout = reader.number('delivery.timeout.ms') ?? DEFAULT_DELIVERY_TIMEOUT_MS;
    if (waited >= timeout) return;
    const message =
      `retries=${retries.value} gives a record up after as little as ${humanDuration(waited)} of retrying, which a ` +
      `change of a leader can outlast; without it delivery.timeout.ms (${humanDuration(timeout)}) is the limit.`;
    yield { span: retries.entry.span, message, fixes: [removeEntry(retries.entry, 'the default is 2147483647')] };
  },
};
