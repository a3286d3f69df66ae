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
      if (!/^send(?:Default)?$/.test(call.method) || call.outcome !== 'awaited') continue;
      if (isOneByOne(call)) yield { span: call.methodSpan, message: IN_LOOP };
      else if (isForEach(call)) yield { span: call.methodSpan, message: EACH_CALL, severity: 'information' };
    }
  },
};

const IN_LOOP =
  'This loop waits for each record before it sends the next: one round trip per record, and batches never form. Send all, then wait once.';
const EACH_CALL =
  'Each call waits for its record: the caller is held for a round trip, and batches form only across threads. A callback sees failures too.';

/** A loop without an end has the pace of what it reads. */
function isOneByOne({ loop }: Call): boolean {
  return (
    loop !== undefined && !loop.paced && (loop.kind === 'for-of' || loop.kind === 'for' || loop.kind === 'for-each')
  );
}

/** A method with parameters is there to be called with what it sends. */
function isForEach({ loop, repetition, enclosing }: Call): boolean {
  if (loop) return false;
  return repetition === 'request' || (repetition === 'unknown' && (enclosing?.parameters ?? 0) > 0);
}
