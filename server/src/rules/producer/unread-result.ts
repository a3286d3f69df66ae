import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'producer/unread-result',
  summary: 'Nobody learns when a record cannot be sent',
  severity: 'information',
  roles: ['producer'],
  clients: ['java'],
  sources: [
    'org.apache.kafka.clients.producer.KafkaProducer.send (the result is a future; errors are given to it and to the callback alone)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    // Spring's template logs failures itself, and a transaction does not commit after one.
    if (scope.package !== KAFKA || scope.environment === 'development') return;
    if (scope.calls.some(({ method }) => method === 'commitTransaction')) return;
    for (const { method, outcome, methodSpan } of scope.calls) {
      if (method !== 'send' || outcome !== 'dropped') continue;
      const message =
        'Nobody reads the result of this send(): a record that cannot be sent is lost without a trace. Pass a callback, or keep the future.';
      yield { span: methodSpan, message };
    }
  },
};

const KAFKA = 'org.apache.kafka.clients';
