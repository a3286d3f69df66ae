import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { RuleContext, ScopeRule } from '../rule';
import { NODE_PACKAGES } from './support/node';

export const rule: ScopeRule = {
  id: 'librdkafka/queue-full',
  summary: 'A loop of produce() does not expect a full queue',
  severity: 'warning',
  roles: ['producer'],
  clients: ['rdkafka'],
  packages: { rdkafka: NODE_PACKAGES },
  sources: [
    'node-rdkafka 3.6.1 lib/producer.js (produce() throws what librdkafka answers)',
    'librdkafka 2.15.1 CONFIGURATION.md (queue.buffering.max.messages 100000, queue.buffering.max.kbytes 1048576)',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    if (/QUEUE_FULL|queue full|BufferError|-184\b/i.test(text)) return;
    for (const { method, loop, guarded, methodSpan, repetition } of scope.calls) {
      if (method !== 'produce' || !loop || loop.paced || loop.kind === 'for-await' || guarded) continue;
      // A few records of a demo do not fill the queue.
      if (scope.environment === 'development' || (repetition === 'start-up' && loop.kind === 'for')) continue;
      const message =
        'produce() throws "Local: Queue full" in a long loop: the queue holds 100,000 messages and empties only when polled. Catch it, poll and try again.';
      yield { span: methodSpan, message };
    }
  },
};
