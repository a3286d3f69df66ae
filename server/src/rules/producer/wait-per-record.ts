import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { RuleContext, ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'producer/wait-per-record',
  summary: 'A loop waits for each record before it sends the next one',
  severity: 'warning',
  roles: ['producer'],
  clients: ['java'],
  sources: [
    'org.apache.kafka.clients.producer.KafkaProducer (send is asynchronous; invoking get() blocks until the request completes)',
    'ProducerConfig.BATCH_SIZE_DOC',
  ],
  *check({ scope }: Reader, { profile }: RuleContext): Iterable<Report> {
    if (profile === 'durability') return;
    for (const call of scope.calls) {
      if (!isOneByOne(call)) continue;
      const message =
        'This loop waits for each record before it sends the next: one round trip per record, and batches never form. Send all, then wait once.';
      yield { span: call.methodSpan, message };
    }
  },
};

/** A loop without an end has the pace of what it reads. */
function isOneByOne({ method, outcome, loop }: Call): boolean {
  if (!/^send(?:Default)?$/.test(method) || outcome !== 'awaited' || !loop || loop.paced) return false;
  return loop.kind === 'for-of' || loop.kind === 'for' || loop.kind === 'for-each';
}
