import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { callsBeside, howOften, isBeside } from './support/eachUse';

export const rule: ScopeRule = {
  id: 'kafkajs/producer-per-send',
  summary: 'A client is connected and disconnected for each use',
  severity: 'warning',
  roles: ['producer', 'admin'],
  clients: ['kafkajs', 'confluent', 'platformatic'],
  sources: [
    'kafkajs 2.2.4 src/network/connection.js, src/broker/index.js (connect, ApiVersions, SASL for each broker of each client)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const made = madeOften(scope).flatMap((one) => madeForEachUse(one, scope) ?? []);
    const shared = made.length === 0 ? connectedForEachSend(scope) : undefined;
    yield* shared ? [shared] : made;
  },
};

/** Whatever it is kept in, a client that is disconnected where it is made is made anew for the next use. */
function madeOften({ shortLived = [], creation }: Scope): readonly Call[] {
  const isOther = creation?.unconditional && !shortLived.some(({ span }) => span.start === creation.span.start);
  return isOther ? [...shortLived, creation] : shortLived;
}

function madeForEachUse(creation: Call, scope: Scope): Report | undefined {
  if (!isUsedAndGone(creation, scope)) return undefined;
  const often = howOften(creation, scope);
  if (!often || (creation.repetition === 'unknown' && !creation.loop && sendsMany(scope))) return undefined;
  const what = scope.role === 'producer' ? 'producer' : 'admin client';
  const message = `${often} makes, connects and disconnects a ${what}: new connections and handshakes each time. Create one for the process and connect it once.`;
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
    const message = `${often} connects and disconnects this producer: new handshakes each time, and when two overlap, the first to disconnect fails the other's send.`;
    return { span: disconnect.methodSpan, message };
  }
  return undefined;
}

/** A function that sends in a loop does a batch of work: one connection for it is fair. */
function sendsMany({ calls }: Scope): boolean {
  return calls.some(({ method, loop }) => method === 'send' && loop !== undefined);
}

/** Used and disconnected in the function that makes it, or that has it made; a function that makes clients may connect them. */
function isUsedAndGone(creation: Call, scope: Scope): boolean {
  const methods = new Set(callsBeside(creation, scope).map(({ method }) => method));
  // A client of @platformatic/kafka connects when it is used, and closes.
  const connects = methods.delete('connect') || !scope.creation || scope.client === 'platformatic';
  const ends = methods.delete('disconnect') || methods.delete('close');
  return connects && ends && methods.size > 0;
}
