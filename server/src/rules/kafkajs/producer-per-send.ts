import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'kafkajs/producer-per-send',
  summary: 'A client is made and connected for each use',
  severity: 'warning',
  roles: ['producer', 'admin'],
  clients: ['kafkajs', 'confluent'],
  sources: [
    'kafkajs 2.2.4 src/network/connection.js, src/broker/index.js (connect, ApiVersions, SASL for each broker of each client)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const { creation } = scope;
    if (!creation?.enclosing || !isUsedAndGone(scope, creation)) return;
    const often = howOften(creation, scope);
    if (!often) return;
    const what = scope.role === 'producer' ? 'producer' : 'admin client';
    const message = `${often} makes a ${what}, connects it and disconnects it again: each time costs connections to the brokers with their handshakes, and requests for API versions and metadata. Make one for the process, connect it once and disconnect it when the process ends.`;
    yield { span: creation.methodSpan, message };
  },
};

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
