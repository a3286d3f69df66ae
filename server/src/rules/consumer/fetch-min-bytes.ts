import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet, setEntry } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { humanBytes, humanDuration } from '../support/human';

/** More than that comes together within the wait on busy partitions only. */
const LARGE = 1_048_576;

export const rule: ScopeRule = {
  id: 'consumer/fetch-min-bytes',
  summary: 'fetch.min.bytes does not go with what the consumer is tuned for',
  severity: 'hint',
  roles: ['consumer'],
  sources: ['ConsumerConfig.FETCH_MIN_BYTES_DOC', 'ConsumerConfig.FETCH_MAX_WAIT_MS_DOC'],
  *check(reader: Reader, { profile }: RuleContext): Iterable<Report> {
    const bytes = reader.number('fetch.min.bytes');
    if (bytes === undefined) return;
    const written = reader.setNumber('fetch.min.bytes');
    const wait = humanDuration(reader.number('fetch.max.wait.ms') ?? 500);
    if (profile === 'throughput' && bytes <= 1) {
      const span = written?.entry.span ?? anchorOf(reader);
      if (!span) return;
      const message = `With fetch.min.bytes=${bytes} a broker answers as soon as there is a single record; a larger value gives fewer, fuller fetches for up to ${wait} of delay.`;
      yield { span, message, fixes: ['10240', '100000'].map((value) => addOrSet(reader, 'fetch.min.bytes', value)) };
    }
    if (!written || !(bytes > LARGE || (profile === 'latency' && bytes > 1))) return;
    const message = `fetch.min.bytes=${bytes} delays every fetch by up to ${wait}: the broker waits for ${humanBytes(bytes)} whenever traffic is lower.`;
    const value = profile === 'latency' ? '1' : '100000';
    yield { span: written.entry.span, message, severity: 'warning', fixes: [setEntry(written.entry, value)] };
  },
};
