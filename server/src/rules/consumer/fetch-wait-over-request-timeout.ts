import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet } from '../fixes';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'consumer/fetch-wait-over-request-timeout',
  summary: 'A broker may hold a fetch for longer than the consumer waits for it',
  severity: 'warning',
  roles: ['consumer'],
  sources: ['ConsumerConfig.FETCH_MAX_WAIT_MS_DOC', 'NetworkClient.handleTimedOutRequests'],
  *check(reader: Reader): Iterable<Report> {
    const wait = reader.number('fetch.max.wait.ms');
    const timeout = reader.number('request.timeout.ms');
    const entry = reader.entry('fetch.max.wait.ms') ?? reader.entry('request.timeout.ms');
    if (wait === undefined || timeout === undefined || !entry || wait < timeout) return;
    const message =
      `fetch.max.wait.ms (${wait}) is not below request.timeout.ms (${timeout}): when there is nothing to read, the ` +
      'consumer gives each fetch up and connects anew before the broker answers.';
    yield { span: entry.span, message, fixes: fixesFor(reader) };
  },
};

function fixesFor(reader: Reader) {
  const key = reader.has('fetch.max.wait.ms') ? 'fetch.max.wait.ms' : 'request.timeout.ms';
  return [addOrSet(reader, key, key === 'fetch.max.wait.ms' ? '500' : '30000')];
}
