import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report, Severity } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { isInSameFunction, sendsOf } from '../support/calls';

export const rule: ScopeRule = {
  id: 'producer/client-per-use',
  summary: 'A producer is made for each request or record',
  severity: 'warning',
  roles: ['producer'],
  clients: ['rdkafka', 'kafka-python', 'aiokafka', 'sarama', 'kafka-go', 'franz-go'],
  sources: [
    'librdkafka INTRODUCTION.md (a client is meant to live as long as its process)',
    'kafka-go 0.4.51 writer.go (a Writer is safe for concurrent use)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const { creation } = scope;
    if (!creation?.enclosing && !creation?.loop) return;
    const sends = sendsOf(scope).filter((send) => isInSameFunction(send, creation));
    const found = howOften(creation, sends, scope);
    if (!found) return;
    const message = `${found.often} makes a producer of its own, with new connections and metadata, and no batching across them. Make one for the process.`;
    yield { span: creation.methodSpan, message, severity: found.severity };
  },
};

interface Often {
  readonly often: string;
  readonly severity: Severity;
}

function howOften(creation: Call, sends: readonly Call[], scope: Scope): Often | undefined {
  const { repetition, enclosing, loop } = creation;
  if (sends.length === 0) return undefined;
  // A loop that tries again until it is connected makes one that lasts.
  if (loop && loop.kind !== 'while' && sends.some((send) => send.loop?.span.start === loop.span.start)) {
    return { often: 'Each round of the loop', severity: 'warning' };
  }
  if (scope.shared) return undefined;
  if (repetition === 'request') return { often: 'Each request', severity: 'warning' };
  // A function that sends many records in a loop does a batch of work: one connection for it is fair.
  const isHelper = repetition === 'unknown' && (enclosing?.parameters ?? 0) > 0 && !sends.some((send) => send.loop);
  return isHelper
    ? { often: `Each call of ${enclosing?.name ?? 'this function'}`, severity: 'information' }
    : undefined;
}
