import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { isUnused } from './support/observables';

export const rule: ScopeRule = {
  id: 'nest/lazy-send',
  summary: "send() of NestJS's Kafka client sends nothing until somebody subscribes",
  severity: 'error',
  roles: ['producer'],
  clients: ['nest'],
  sources: [
    '@nestjs/microservices 12.1.1 client/client-proxy.js (send() returns defer(...), which runs at subscribe())',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const call of scope.calls) {
      if (call.method !== 'send' || !isUnused(call)) continue;
      const message =
        'This send() sends nothing: its Observable starts when it is subscribed to, and `await` does not do that. Use `await lastValueFrom(...)`.';
      yield { span: call.methodSpan, message };
    }
  },
};
