import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { humanBytes } from '../support/human';
import { setOption } from './support/fixes';
import { numberIn, optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/fetch-sizes',
  summary: 'A consumer fetches less at a time than by default',
  severity: 'warning',
  roles: ['consumer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/consumer/index.js (minBytes 1, maxBytes 10485760, maxBytesPerPartition 1048576, maxWaitTimeInMs 5000)',
    'ConsumerConfig.FETCH_MAX_BYTES_DOC (the first batch is returned whatever its size)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    yield* small(scope, 'maxBytes', 10_485_760);
    yield* small(scope, 'maxBytesPerPartition', 1_048_576);
  },
};

/** Below it hardly more than one batch fits in a fetch, and each fetch is a round trip. */
const TINY = 65_536;

function* small(scope: Scope, name: 'maxBytes' | 'maxBytesPerPartition', normal: number): Iterable<Report> {
  const entry = optionIn(scope, name);
  const bytes = numberIn(scope, name);
  if (!entry || bytes === undefined || bytes >= normal || bytes < 0) return;
  const isTiny = bytes < TINY;
  const times = Math.round(normal / Math.max(bytes, 1));
  const cost = isTiny
    ? 'a fetch returns little more than one batch, so that every few records cost a round trip'
    : 'a consumer that is behind needs more round trips to catch up';
  yield {
    span: entry.span,
    message: `${name} is ${humanBytes(bytes)}, ${times > 1 ? `${times} times less than` : 'less than'} KafkaJS's default of ${humanBytes(normal)}: ${cost}.`,
    severity: isTiny ? 'warning' : 'information',
    fixes: [removeEntry(entry, `the default is ${normal}`, { safe: isTiny }), setOption(scope, entry, String(normal))],
  };
}
