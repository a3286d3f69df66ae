import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Fix, Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { sendsOf } from './support/options';
import { insertFix } from './support/texts';

export const rule: ScopeRule = {
  id: 'kafkajs/unawaited-send',
  summary: 'Nobody waits for what becomes of a send()',
  severity: 'warning',
  roles: ['producer'],
  clients: ['kafkajs', 'confluent', 'platformatic'],
  sources: [
    'kafkajs 2.2.4 src/producer/index.js and src/network/connection.js (disconnect() waits for requests on the socket only)',
    'Node.js: an unhandled rejection ends the process by default since version 15',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const call of scope.indirect ?? []) yield* throughHelper(call);
    for (const call of sendsOf(scope)) {
      const message = messageFor(call, scope);
      if (message) yield { span: call.methodSpan, message, fixes: fixesFor(call) };
    }
  },
};

/** A function hands the failure of its send to whoever calls it, and nobody takes it. */
function* throughHelper(call: Call): Iterable<Report> {
  const { through, outcome, methodSpan } = call;
  if (!through || outcome !== 'dropped' || through.guarded) return;
  if (through.outcome !== 'awaited' && through.outcome !== 'returned') return;
  const message = `${through.name}() sends and is not awaited: a failure becomes an unhandled rejection, which ends the Node process, and the number of sends in flight is unbounded.`;
  yield { span: methodSpan, message, fixes: fixesFor(call) };
}

function messageFor(call: Call, scope: Scope): string | undefined {
  if (call.outcome === 'dropped') {
    return 'This send() is not awaited: a failure becomes an unhandled rejection, which ends the Node process, and the number of sends in flight is unbounded.';
  }
  if (call.outcome !== 'caught') return undefined;
  if (call.loop && !call.loop.paced) {
    return 'The sends of this loop are not awaited: all of its records are in flight at once, and a failure is only logged. Await each of them, with many messages in each.';
  }
  if (disconnectsAfter(call, scope)) {
    return 'This send() is not awaited, and disconnect() does not flush it: it waits for requests that are on the wire, not for those that are still to be made.';
  }
  return undefined;
}

/** `disconnect()` comes later in the same function. */
function disconnectsAfter({ span, enclosing }: Call, { calls }: Scope): boolean {
  return calls.some(
    (other) =>
      other.method === 'disconnect' &&
      other.span.start > span.end &&
      other.enclosing?.span.start === enclosing?.span.start,
  );
}

/** A call that is the statement itself, where `await` may stand. */
function fixesFor({ awaitable, span, statement }: Call): Fix[] {
  return awaitable && span.start === statement.start ? [insertFix('Await it', span.start, 'await ')] : [];
}
