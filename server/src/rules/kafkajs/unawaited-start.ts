import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Fix, Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { RuleContext, ScopeRule } from '../rule';
import { optionIn, sendsOf } from './support/options';
import { insertFix } from './support/texts';

export const rule: ScopeRule = {
  id: 'kafkajs/unawaited-start',
  summary: 'Nobody waits for a client to connect, to subscribe or to run',
  severity: 'information',
  roles: ['producer', 'consumer', 'admin'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/producer/messageProducer.js ("The producer is disconnected" until connect() is done)',
    'kafkajs 2.2.4 src/consumer/index.js (subscribe() asks for metadata before it knows the topics of a pattern)',
    'Node.js: an unhandled rejection ends the process by default since version 15',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    for (const call of scope.calls) {
      if (!STARTING.has(call.method) || (call.outcome !== 'dropped' && call.outcome !== 'caught')) continue;
      const report = tooEarly(call, scope, text) ?? unseen(call);
      if (report) yield { span: call.methodSpan, fixes: fixesFor(call), ...report };
    }
  },
};

const STARTING: ReadonlySet<string> = new Set(['connect', 'subscribe', 'run']);

type Verdict = Pick<Report, 'message' | 'severity'>;

function tooEarly(call: Call, scope: Scope, text: string): Verdict | undefined {
  if (call.method === 'connect' && scope.role === 'producer') return sendsBefore(call, scope, text);
  if (call.method !== 'subscribe' || !isPattern(call) || !follower(call, scope.calls, 'run')) return undefined;
  const message =
    'This subscribe() is not awaited: run() starts before Kafka has told which topics the pattern fits, and reads none of them.';
  return { message, severity: 'error' };
}

function sendsBefore(call: Call, scope: Scope, text: string): Verdict | undefined {
  const send = follower(call, sendsOf(scope), 'send') ?? follower(call, sendsOf(scope), 'sendBatch');
  if (!send) return undefined;
  // Whatever is waited for in between may take long enough.
  const waits = /\bawait\b/.test(text.slice(call.span.end, send.statement.start));
  const message = waits
    ? `This connect() is not awaited: ${send.method}() throws "The producer is disconnected" unless it happens to be done by then.`
    : `This connect() is not awaited: ${send.method}() comes before it is done, and throws "The producer is disconnected".`;
  return { message, severity: waits ? 'warning' : 'error' };
}

function isPattern({ options }: Call): boolean {
  return ['topic', 'topics'].some((name) => /^\[?\s*\//.test(optionIn(options, name)?.value.text ?? ''));
}

/** A call that comes right after, whenever their function gets as far. */
function follower(first: Call, calls: readonly Call[], method: string): Call | undefined {
  return calls.find(
    (then) =>
      then.method === method &&
      then.enclosing?.span.start === first.enclosing?.span.start &&
      then.unconditional &&
      first.unconditional &&
      first.span.end <= then.span.start,
  );
}

function unseen({ method, outcome }: Call): Verdict | undefined {
  if (outcome !== 'dropped') return undefined;
  const message = `This ${method}() is not awaited: a failure becomes an unhandled rejection, which ends the Node process.`;
  return { message };
}

/** A call that is the statement itself, where `await` may stand. */
function fixesFor({ awaitable, span, statement }: Call): Fix[] {
  return awaitable && span.start === statement.start ? [insertFix('Await it', span.start, 'await ')] : [];
}
