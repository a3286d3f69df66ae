import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'producer/flush-per-record',
  summary: 'A loop flushes the producer after each record',
  severity: 'warning',
  roles: ['producer'],
  clients: ['java'],
  sources: [
    'org.apache.kafka.clients.producer.KafkaProducer.flush (makes all buffered records immediately available to send and blocks on their completion)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const call of scope.calls) {
      const { loop } = call;
      if (call.method !== 'flush' || !loop || loop.paced || loop.kind === 'while' || !call.unconditional) continue;
      if (!scope.calls.some((other) => isBeside(other, call))) continue;
      const message =
        'flush() in the loop waits for each record: batches never form, and linger.ms has no effect. Flush once, behind the loop.';
      yield { span: call.methodSpan, message };
    }
  },
};

function isBeside({ method, loop }: Call, flush: Call): boolean {
  return /^send(?:Default)?$/.test(method) && loop?.span.start === flush.loop?.span.start;
}
