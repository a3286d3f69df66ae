import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'kafkajs/producer-per-send',
  summary: 'A client is connected and disconnected for each use',
  severity: 'warning',
  roles: ['producer', 'admin'],
  clients: ['kafkajs', 'confluent'],
  sources: [
    'kafkajs 2.2.4 src/network/connection.js, src/broker/index.js (connect, ApiVersions, SASL for each broker of each client)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const report = madeForEachUse(scope) ?? connectedForEachSend(scope);
    if (report) yield report;
  },
};

function madeForEachUse(scope: Scope): Report | undefined {
  const { creation } = scope;
  if (!creation?.enclosing || !isUsedAndGone(scope, creation)) return undefined;
  const often = howOften(creation, scope);
  if (!often || (creation.repetition === 'unknown' && !creation.loop && sendsMany(scope))) return undefined;
  const what = scope.role === 'producer' ? 'producer' : 'admin client';
  const message = `${often} makes a ${what}, connects it and disconnects it again: each time costs connections to the brokers with their handshakes, and requests for API versions and metadata. Make one for the process, connect it once and disconnect it when the process ends.`;
  return { span: creation.methodSpan, message };
}

/** A producer that is shared, and yet connected and disconnected around each send. */
function connectedForEachSend(scope: Scope): Report | undefined {
  const sends = scope.calls.filter(({ method }) => method === 'send' || method === 'sendBatch');
  for (const send of sends) {
    if (scope.creation?.enclosing?.span.start === send.enclosing?.span.start) continue;
    const disconnect = scope.calls.find((call) => call.method === 'disconnect' && isBeside(call, send));
    const connects = scope.calls.some((call) => call.method === 'connect' && isBeside(call, send));
    const isBatch = send.repetition === 'unknown' && send.loop !== undefined;
    const often = disconnect && connects && !isBatch ? howOften(send, scope) : undefined;
    if (!often || !disconnect) continue;
    const message = `${often} connects this producer and disconnects it again, though it is there to stay: each time costs new connections with their handshakes, and when two of them overlap, the first to disconnect fails the send of the other ("The producer is disconnected").`;
    return { span: disconnect.methodSpan, message };
  }
  return undefined;
}

function isBeside(call: Call, send: Call): boolean {
  return call.enclosing !== undefined && call.enclosing.span.start === send.enclosing?.span.start;
}

/** A function that sends in a loop does a batch of work: one connection for it is fair. */
function sendsMany({ calls }: Scope): boolean {
  return calls.some(({ method, loop }) => method === 'send' && loop !== undefined);
}

/** Connected, used and disconnected in the function that makes it. */
function isUsedAndGone({ calls }: Scope, { enclosing }: Call): boolean {
  const methods = new Set(
    calls.filter((call) => call.enclosing?.span.start === enclosing?.span.start).map(({ method }) => method),
  );
  return methods.has('connect') && methods.has('disconnect') && methods.size > 2;
}

function howOften({ repetition, enclosing, loop }: Call, { role }: Scope): string | undefined {
  if (loop) return 'Each round of the loop';
  if (repetition === 'request') return 'Each request';
  // A function with parameters that sends is there to be called for each record; one without may be a script.
  const isHelper = role === 'producer' && repetition === 'unknown' && (enclosing?.parameters ?? 0) > 0;
  return isHelper ? `Each call of ${enclosing?.name ?? 'this function'}` : undefined;
}
