import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { NODE_PACKAGES } from '../librdkafka/support/node';
import type { ScopeRule } from '../rule';
import { allRunsOf, type Run, workOf, workThrough } from './support/handlers';
import { commitsItself } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/swallowed-error',
  summary: 'A failure to send or to handle a record goes no further than the log',
  severity: 'information',
  roles: ['producer', 'consumer'],
  clients: ['kafkajs', 'confluent', 'rdkafka'],
  packages: { rdkafka: NODE_PACKAGES },
  sources: [
    'kafkajs 2.2.4 src/consumer/runner.js (a handler that resolves marks its record as processed)',
    'kafkajs 2.2.4 src/producer/messageProducer.js (send() rejects when its retries are used up)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    if (scope.environment === 'development') return;
    yield* ofSends(scope);
    yield* ofStart(scope);
    for (const run of allRunsOf(scope)) yield* ofHandler(run, scope);
  },
};

function* ofSends(scope: Scope): Iterable<Report> {
  for (const { method, swallowed, repetition, methodSpan, outcome } of scope.calls) {
    const isSend = scope.client === 'rdkafka' ? method === 'produce' : /^send(?:Batch)?$/.test(method);
    // A promise that nobody waits for has another finding, and a script that is started by hand is told by its log.
    if (!isSend || !swallowed || repetition === 'start-up') continue;
    if (method !== 'produce' && outcome !== 'awaited' && outcome !== 'caught') continue;
    const message = `A failed ${method}() is ${WHAT[swallowed]}: the caller goes on as if the record were in Kafka. Rethrow the error, or report it to the caller.`;
    yield { span: methodSpan, message, severity: SEVERITIES[swallowed] };
  }
}

/** A service that cannot reach Kafka when it starts lives on without its consumer. */
function* ofStart({ role, calls }: Scope): Iterable<Report> {
  const run = role === 'consumer' ? calls.find(({ method }) => method === 'run') : undefined;
  if (!run?.swallowed || run.outcome !== 'awaited') return;
  const message = `A consumer that cannot start is ${WHAT[run.swallowed]}: the process lives on and reads nothing. Rethrow the error, or exit.`;
  yield { span: run.methodSpan, message, severity: SEVERITIES[run.swallowed] };
}

/** What a handler does not throw is done for KafkaJS, which commits the record. */
function* ofHandler({ call, handler }: Run, scope: Scope): Iterable<Report> {
  if (commitsItself(call.options) || commitsItself(scope)) return;
  const lost = [...workOf(handler), ...workThrough(handler)].find(({ swallowed }) => swallowed !== undefined);
  if (!lost?.swallowed) return;
  const name = lost.through === undefined ? lost.name : `${lost.name}() in ${lost.through}`;
  const message = `A failure of ${name}() is ${WHAT[lost.swallowed]}, and the record is committed: it is lost. Rethrow what may pass, and send the rest to a dead-letter topic.`;
  yield { span: lost.nameSpan, message, severity: SEVERITIES[lost.swallowed] };
}

const WHAT = { ignored: 'ignored', logged: 'only logged' } as const;
const SEVERITIES = { ignored: 'warning', logged: 'information' } as const;
