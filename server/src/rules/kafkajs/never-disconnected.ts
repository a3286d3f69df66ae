import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { callsBeside, howOften } from './support/eachUse';

export const rule: ScopeRule = {
  id: 'kafkajs/never-disconnected',
  summary: 'A client is made for one use, and its connections stay open after it',
  severity: 'warning',
  roles: ['producer', 'admin'],
  clients: ['kafkajs', 'confluent', 'platformatic'],
  sources: [
    'kafkajs 2.2.4 src/network/connection.js (a socket stays open until disconnect(), and keeps the process running)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const creation of scope.shortLived ?? []) {
      const report = judge(creation, scope);
      if (report) yield report;
    }
    if (scope.role === 'admin' && !scope.shortLived) yield* leftOpen(scope);
  },
};

function judge(creation: Call, scope: Scope): Report | undefined {
  const beside = callsBeside(creation, scope);
  if (!beside.some(({ method }) => !['connect', 'disconnect', 'close', 'on'].includes(method))) return undefined;
  const often = howOften(creation, scope);
  const disconnects = scope.calls.filter(({ method }) => ENDING.has(method));
  const span = creation.methodSpan;
  if (disconnects.length > 0) {
    const [last] = disconnects.filter((call) => beside.includes(call));
    const isRepeated = often !== undefined || creation.repetition === 'unknown';
    return isRepeated && last && isSkipped(last, beside)
      ? { span: last.methodSpan, message: SKIPPED, severity: 'information' }
      : undefined;
  }
  if (often)
    return {
      span,
      message: `${often} makes ${nameOf(scope)} that is never disconnected: connections pile up until brokers or the process run out of them.`,
    };
  return scope.role === 'admin' && scope.environment !== 'development'
    ? { span, message: OPEN, severity: 'information' }
    : undefined;
}

const ENDING: ReadonlySet<string> = new Set(['disconnect', 'close']);

const SKIPPED =
  'This call is skipped when a call before it fails, and the connections stay open. Call it in `finally`.';
const OPEN = 'Nothing disconnects this admin client: its connections stay open, and keep the process from ending.';

const nameOf = ({ role }: Scope): string => (role === 'producer' ? 'a producer' : 'an admin client');

/** It comes after calls that may fail, and no `try` is between them. */
function isSkipped(disconnect: Call, beside: readonly Call[]): boolean {
  return (
    disconnect.unconditional &&
    beside.some(
      ({ method, span, guarded, outcome }) =>
        !['connect', 'disconnect', 'close'].includes(method) &&
        span.start < disconnect.span.start &&
        outcome === 'awaited' &&
        guarded === disconnect.guarded,
    )
  );
}

function* leftOpen({ creation, handedOn, calls, environment }: Scope): Iterable<Report> {
  if (!creation || handedOn || environment === 'development') return;
  const methods = new Set(calls.map(({ method }) => method));
  if (!methods.has('connect') || methods.has('disconnect') || methods.has('close')) return;
  yield { span: creation.methodSpan, message: OPEN, severity: 'information' };
}
