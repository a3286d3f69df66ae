import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'librdkafka/refused-combination',
  summary: 'librdkafka rejects two settings together',
  severity: 'error',
  roles: ['producer', 'consumer'],
  clients: ['rdkafka', 'confluent'],
  sources: ['librdkafka 2.15.1 src/rdkafka_conf.c (rd_kafka_conf_finalize, rd_kafka_topic_conf_finalize)'],
  *check({ scope }: Reader): Iterable<Report> {
    if (scope.role === 'producer') yield* producerConflicts(scope);
    else yield* consumerConflicts(scope);
    yield* reconnecting(scope);
  },
};

const MOST_IN_FLIGHT = 5;

function* producerConflicts(scope: Scope): Iterable<Report> {
  const idempotence = find(scope, 'enable.idempotence');
  const id = find(scope, 'transactional.id');
  if (id && saysNo(idempotence)) {
    yield at(idempotence, 'transactional.id requires enable.idempotence: librdkafka rejects the producer.');
    return;
  }
  if (!id && !saysYes(idempotence)) {
    yield* timeouts(scope);
    return;
  }
  const cause = id ? 'transactional.id is set' : 'enable.idempotence is true';
  const acks = find(scope, 'acks');
  if (acks && literal(acks) !== undefined && !/^(?:-1|all)$/i.test(literal(acks) ?? '')) {
    yield at(acks, `acks must be all while ${cause}: librdkafka rejects the producer.`);
  }
  const inFlight = find(scope, 'max.in.flight.requests.per.connection');
  if (inFlight && number(inFlight) > MOST_IN_FLIGHT) {
    yield at(
      inFlight,
      `At most ${MOST_IN_FLIGHT} requests may be in flight while ${cause}: librdkafka rejects the producer.`,
    );
  }
  const retries = find(scope, 'retries');
  if (retries && number(retries) < 1) {
    yield at(retries, `At least one retry must be allowed while ${cause}: librdkafka rejects the producer.`);
  }
  yield* timeouts(scope);
}

function* timeouts(scope: Scope): Iterable<Report> {
  const [delivery, linger] = [find(scope, 'delivery.timeout.ms'), find(scope, 'linger.ms')];
  if (!delivery || !linger || number(delivery) === 0 || !(number(delivery) <= number(linger))) return;
  const message = `${delivery.writtenKey} must be greater than ${linger.writtenKey}: librdkafka rejects the producer.`;
  yield at(delivery, message);
}

const DEFAULT_BACKOFF = 100;
const DEFAULT_MOST_BACKOFF = 10000;

function* reconnecting(scope: Scope): Iterable<Report> {
  const [first, most] = [find(scope, 'reconnect.backoff.ms'), find(scope, 'reconnect.backoff.max.ms')];
  const isWhole = scope.completeness === 'complete' && scope.client === 'rdkafka';
  const start = first ? number(first) : isWhole ? DEFAULT_BACKOFF : Number.NaN;
  const end = most ? number(most) : isWhole ? DEFAULT_MOST_BACKOFF : Number.NaN;
  const marked = most ?? first;
  if (!marked || !(end < start)) return;
  yield at(
    marked,
    `reconnect.backoff.max.ms (${end}) must be at least reconnect.backoff.ms (${start}): librdkafka rejects the client.`,
  );
}

const DEFAULT_SESSION = 45000;
const DEFAULT_POLL = 300000;
const DEFAULT_MESSAGE = 1000000;

function* consumerConflicts(scope: Scope): Iterable<Report> {
  // The block in the manner of KafkaJS brings other defaults, and its wrapper doubles the poll interval.
  if (scope.client === 'confluent') return;
  const [poll, session] = [find(scope, 'max.poll.interval.ms'), find(scope, 'session.timeout.ms')];
  const isWhole = scope.completeness === 'complete';
  const pollTime = poll ? number(poll) : isWhole ? DEFAULT_POLL : Number.NaN;
  const sessionTime = session ? number(session) : isWhole ? DEFAULT_SESSION : Number.NaN;
  const marked = poll ?? session;
  if (marked && pollTime < sessionTime) {
    yield at(
      marked,
      `max.poll.interval.ms (${pollTime}) must be at least session.timeout.ms (${sessionTime}): librdkafka rejects the consumer.`,
    );
  }
  const [fetch, message] = [find(scope, 'fetch.max.bytes'), written(scope, 'message.max.bytes')];
  const size = message ? number(message) : isWhole ? DEFAULT_MESSAGE : Number.NaN;
  if (fetch && number(fetch) < size) {
    yield at(fetch, `fetch.max.bytes must be at least message.max.bytes (${size}): librdkafka rejects the consumer.`);
  }
  const strategy = written(scope, 'partition.assignment.strategy');
  if (strategy && mixesProtocols(literal(strategy) ?? '')) {
    yield at(strategy, 'cooperative-sticky cannot be used with range or roundrobin: librdkafka rejects the consumer.');
  }
}

function mixesProtocols(text: string): boolean {
  const names = text.split(',').map((one) => one.trim());
  return names.includes('cooperative-sticky') && (names.includes('range') || names.includes('roundrobin'));
}

/** By Kafka's own name, whichever of its aliases stands there; the last one wins. */
function find({ entries }: Scope, kafkaKey: string): Entry | undefined {
  return entries.findLast((entry) => entry.key === kafkaKey && !entry.overriddenBy);
}

function written({ entries }: Scope, key: string): Entry | undefined {
  return entries.findLast((entry) => entry.writtenKey === key && !entry.overriddenBy);
}

function literal({ value }: Entry): string | undefined {
  return value.kind === 'literal' && !value.fallback ? value.text : undefined;
}

/** NaN, which compares with nothing, for what is no plain number. */
function number(entry: Entry): number {
  const text = literal(entry)?.trim() ?? '';
  return Number(/^-?\d+(?:\.\d+)?(?!\S)/.exec(text)?.[0] ?? Number.NaN);
}

const saysYes = (entry: Entry | undefined): boolean => /^(?:true|t|1)$/i.test((entry && literal(entry)) ?? '');
const saysNo = (entry: Entry | undefined): entry is Entry => /^(?:false|f|0)$/i.test((entry && literal(entry)) ?? '');

function at(entry: Entry, message: string): Report {
  return { span: entry.span, message };
}
