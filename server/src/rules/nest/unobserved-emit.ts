import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { isUnused } from './support/observables';

export const rule: ScopeRule = {
  id: 'nest/unobserved-emit',
  summary: "Nobody learns whether emit() of NestJS's Kafka client has sent its event",
  severity: 'information',
  roles: ['producer'],
  clients: ['nest'],
  sources: [
    '@nestjs/microservices 12.1.1 client/client-proxy.js (emit() starts at once and gives its error to subscribers only)',
    'rxjs 7.8 Subject.error (an error without an observer goes nowhere)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const call of scope.calls) {
      if (!['emit', 'emitBatch'].includes(call.method) || !isUnused(call)) continue;
      const isAwaited = call.outcome === 'awaited';
      if (scope.environment === 'development' && !isAwaited) continue;
      yield {
        span: call.methodSpan,
        message: isAwaited ? AWAITED : DROPPED,
        severity: isAwaited ? 'warning' : 'information',
      };
    }
  },
};

const AWAITED =
  'await does not wait for emit(): it returns an Observable, so a failure goes unnoticed. Use `await lastValueFrom(...)`.';
const DROPPED =
  'A failure of this emit() goes unnoticed: only subscribers of its Observable learn of it. Use `await lastValueFrom(...)`, or subscribe with an error handler.';
