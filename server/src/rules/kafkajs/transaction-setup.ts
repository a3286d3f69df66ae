import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { addOption, setOption } from './support/fixes';
import { isTrue, numberIn, optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/transaction-setup',
  summary: 'A transactional producer lacks what transactions need',
  severity: 'warning',
  roles: ['producer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/producer/index.js (transaction() without transactionalId throws; only its own send() takes part)',
    'KafkaJS documentation, Transactions (maxInFlightRequests: 1 and idempotent: true)',
    'Kafka broker: transaction.max.timeout.ms is 900000 by default',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    yield* missingId(scope);
    yield* outside(scope);
    if (!optionIn(scope, 'transactionalId')) return;
    yield* setUp(scope);
    yield* timeout(scope);
    yield* sharedId(scope);
  },
};

/** Written out, it is the same in each process of the service. */
function* sharedId({ entries, environment }: Scope): Iterable<Report> {
  const id = optionIn({ entries }, 'transactionalId');
  if (id?.value.kind !== 'literal' || id.value.fallback || environment === 'development') return;
  const message = `All instances share the transactionalId '${id.value.text}': a second one fences the first, whose transactions then fail. Add what is stable per instance.`;
  yield { span: id.span, message, severity: 'information' };
}

/** A transaction has a send() of its own; the producer's is outside of it. */
function* outside({ calls }: Scope): Iterable<Report> {
  const sends = calls.filter(({ method, transactional }) => /^send(?:Batch)?$/.test(method) && !transactional);
  for (const begin of calls.filter(({ method }) => method === 'transaction')) {
    for (const { enclosing, span, methodSpan } of sends) {
      if (span.start < begin.span.end || enclosing?.span.start !== begin.enclosing?.span.start) continue;
      const message =
        'This send() is not part of the transaction: it is neither committed nor aborted with it. Call send() of what transaction() returned.';
      yield { span: methodSpan, message };
    }
  }
}

const MAX_TIMEOUT = 900_000;

function* missingId(scope: Scope): Iterable<Report> {
  if (optionIn(scope, 'transactionalId') || scope.completeness === 'fragment') return;
  for (const { method, methodSpan } of scope.calls) {
    if (method !== 'transaction') continue;
    const message =
      'transaction() throws "Must provide transactional id for transactional producer": set transactionalId of producer(), stable per instance and unique.';
    yield { span: methodSpan, message, severity: 'error' };
  }
}

function* setUp(scope: Scope): Iterable<Report> {
  const id = optionIn(scope, 'transactionalId');
  if (!id || scope.completeness === 'fragment') return;
  const usesTransactions = scope.calls.some(({ method }) => method === 'transaction');
  // A transaction makes its own sends idempotent; the producer's others are not.
  const severity = usesTransactions ? 'hint' : 'warning';
  const entry = optionIn(scope, 'idempotent');
  if (!isTrue(scope, 'idempotent') && entry?.value.kind !== 'dynamic') {
    const message =
      'Exactly-once in KafkaJS needs idempotent: true beside transactionalId: without it the sends outside of transaction() may be stored twice.';
    const fix = entry
      ? setOption(scope, entry, 'true', { safe: true })
      : addOption(scope, scope, 'idempotent', 'true', { safe: true });
    yield { span: entry?.span ?? id.span, message, severity, fixes: [fix] };
  }
  const limit = optionIn(scope, 'maxInFlightRequests');
  const count = numberIn(scope, 'maxInFlightRequests');
  if (count === 1 || limit?.value.kind === 'dynamic') return;
  const message =
    'Exactly-once in KafkaJS needs maxInFlightRequests: 1 beside transactionalId, as its documentation says, so that requests reach the broker in order.';
  const fix = limit
    ? setOption(scope, limit, '1', { safe: true })
    : addOption(scope, scope, 'maxInFlightRequests', '1', { safe: true });
  yield { span: limit?.span ?? id.span, message, severity: 'hint', fixes: [fix] };
}

function* timeout(scope: Scope): Iterable<Report> {
  const entry = optionIn(scope, 'transactionTimeout');
  const time = numberIn(scope, 'transactionTimeout');
  if (!entry || time === undefined || time <= MAX_TIMEOUT) return;
  const message = `transactionTimeout of ${time} ms exceeds the brokers' default maximum of ${MAX_TIMEOUT} ms: they reject the producer (INVALID_TRANSACTION_TIMEOUT).`;
  yield { span: entry.span, message, fixes: [setOption(scope, entry, String(MAX_TIMEOUT), { safe: true })] };
}
