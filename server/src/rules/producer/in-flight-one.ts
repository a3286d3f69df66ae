import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { isIdempotent } from './support/idempotence';

export const rule: ScopeRule = {
  id: 'producer/in-flight-one',
  summary: 'One request in flight gives pipelining up, though idempotence keeps the order with five',
  severity: 'hint',
  roles: ['producer'],
  sources: ['ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION_DOC', 'ProducerConfig.ENABLE_IDEMPOTENCE_DOC'],
  *check(reader: Reader): Iterable<Report> {
    const inFlight = reader.setNumber('max.in.flight.requests.per.connection');
    if (inFlight?.value !== 1 || !isIdempotent(reader)) return;
    const message =
      'An idempotent producer keeps the order with up to 5 requests in flight: with 1 it only waits for each answer ' +
      'before it sends the next request.';
    yield { span: inFlight.entry.span, message, fixes: [removeEntry(inFlight.entry, 'the default is 5')] };
  },
};
