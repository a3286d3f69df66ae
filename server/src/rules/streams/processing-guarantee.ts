import type { Reader } from '../../catalogue/reader';
import { entriesFor, type StreamsClient } from '../../catalogue/streamsClients';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { partOf } from '../../model/tree';
import { addOrSet, removeEntry, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';

const TRANSACTION_TIMEOUT = 'transaction.timeout.ms';
/** What Streams sets for its producers under exactly-once, and how often it commits then. */
const STREAMS_TRANSACTION_TIMEOUT_MS = 10_000;
const EOS_COMMIT_INTERVAL_MS = 100;
const V2 = 'exactly_once_v2';

interface Override {
  readonly client: StreamsClient;
  readonly key: string;
  clashes(value: string): boolean;
  readonly why: string;
}

/** Settings with which the producer of an exactly-once application does not start. */
const REFUSED: readonly Override[] = [
  {
    client: 'producer',
    key: 'max.in.flight.requests.per.connection',
    clashes: (value) => Number(value) > 5,
    why: 'exactly-once needs at most 5 requests in flight',
  },
  { client: 'producer', key: 'acks', clashes: (value) => /^[01]$/.test(value), why: 'exactly-once needs acks=all' },
  { client: 'producer', key: 'retries', clashes: (value) => value === '0', why: 'exactly-once needs retries' },
];

/** Settings that Streams replaces by its own, with a warning in the log. */
const REPLACED: readonly Override[] = [
  {
    client: 'producer',
    key: 'enable.idempotence',
    clashes: (value) => value === 'false',
    why: 'exactly-once needs it',
  },
  { client: 'producer', key: 'transactional.id', clashes: () => true, why: 'Streams makes one for each thread' },
  {
    client: 'main-consumer',
    key: 'isolation.level',
    clashes: (value) => value === 'read_uncommitted',
    why: 'exactly-once reads committed records only',
  },
];

/** Replaced whatever the guarantee. */
const ALWAYS_REPLACED: readonly Override[] = [
  {
    client: 'main-consumer',
    key: 'enable.auto.commit',
    clashes: (value) => value.toLowerCase() === 'true',
    why: 'Streams commits automatically',
  },
];

export const rule: ScopeRule = {
  id: 'streams/processing-guarantee',
  summary: "The processing guarantee is an old one, or clashes with the clients' settings",
  severity: 'warning',
  roles: ['streams'],
  sources: [
    'StreamsConfig.checkIfUnexpectedUserSpecifiedConsumerConfig',
    'StreamsConfig.verifyMaxInFlightRequestPerConnection',
    'KIP-732',
  ],
  *check(reader: Reader): Iterable<Report> {
    const old = oldGuarantee(reader);
    if (old) yield old;
    const exactlyOnce = reader.setString('processing.guarantee')?.value.startsWith('exactly_once') === true;
    if (exactlyOnce) {
      yield* commitOverTransaction(reader);
      yield* overrides(reader.scope, REFUSED, true);
      yield* overrides(reader.scope, REPLACED, false);
    }
    yield* overrides(reader.scope, ALWAYS_REPLACED, false);
  },
};

/** What 4.0 removed is refused there, as any invalid value; 3.0 brought the name that remains. */
function oldGuarantee(reader: Reader): Report | undefined {
  const guarantee = reader.setString('processing.guarantee');
  if (!guarantee || !reader.atLeast('3.0') || !/^exactly_once(?:_beta)?$/.test(guarantee.value)) return undefined;
  const message = `processing.guarantee=${guarantee.value} is deprecated since Kafka 3.0, and 4.0 rejects it: ${V2} replaces it, and needs brokers from 2.5 on.`;
  const fixes = [setEntry(guarantee.entry, V2)];
  return { span: guarantee.entry.span, message, severity: 'information', fixes, tags: ['deprecated'] };
}

/** StreamsConfig.verifyEOSTransactionTimeoutCompatibility, which knows the prefixed setting only. */
function* commitOverTransaction(reader: Reader): Iterable<Report> {
  const commit = reader.setNumber('commit.interval.ms');
  const producer = partOf(reader.scope, 'producer');
  const written = producer?.entries.find(({ key, overriddenBy }) => key === TRANSACTION_TIMEOUT && !overriddenBy);
  const timeout = written ? Number(written.value.text) : STREAMS_TRANSACTION_TIMEOUT_MS;
  const entry = commit?.entry ?? written;
  const interval = commit?.value ?? EOS_COMMIT_INTERVAL_MS;
  const known = entry && written?.value.kind !== 'dynamic' && commit?.entry.value.kind !== 'dynamic';
  if (!known || !reader.atLeast('3.2') || !(timeout < interval)) return;
  const message = `A transaction lasts at most ${timeout} ms (producer.${TRANSACTION_TIMEOUT}) and is committed every ${interval} ms only (commit.interval.ms): the application throws and does not start.`;
  yield { span: entry.span, message, severity: 'error', fixes: [addOrSet(reader, 'commit.interval.ms', '100')] };
}

function* overrides(scope: Scope, table: readonly Override[], refused: boolean): Iterable<Report> {
  for (const { client, key, clashes, why } of table) {
    for (const { entry } of entriesFor(scope, client, key)) {
      const value = entry.value.kind === 'literal' ? entry.value.text.trim() : undefined;
      if (value === undefined || !clashes(value)) continue;
      const message = refused
        ? `${entry.writtenKey}=${value} is rejected: ${why}, and the application throws a ConfigException and does not start.`
        : `${entry.writtenKey}=${value} has no effect: ${why}, and Kafka Streams drops it with a warning in the log.`;
      const fixes = [removeEntry(entry, refused ? why : 'Streams drops it', { safe: true })];
      yield { span: entry.span, message, severity: refused ? 'error' : 'warning', fixes };
    }
  }
}
