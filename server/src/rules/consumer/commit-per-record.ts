import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'consumer/commit-per-record',
  summary: 'Each record is followed by a commit that waits for the broker',
  severity: 'warning',
  roles: ['consumer'],
  clients: ['java'],
  sources: [
    'org.apache.kafka.clients.consumer.KafkaConsumer.commitSync (a synchronous commit, which blocks until the broker answers; without arguments it commits what poll() returned)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const call of scope.calls) {
      if (!isPerRecord(call)) continue;
      // Without arguments it commits all that poll() has returned, records behind the loop's included.
      const message =
        call.argument === undefined
          ? 'commitSync() for each record commits all records of the poll, also those not processed yet, and waits for the broker. Commit behind the loop.'
          : 'commitSync() for each record waits for a round trip to the broker each time. Commit once per poll, behind the loop.';
      yield { span: call.methodSpan, message };
    }
  },
};

function isPerRecord({ method, loop, unconditional }: Call): boolean {
  if (method !== 'commitSync' || !unconditional || !loop) return false;
  return loop.kind === 'for-of' || loop.kind === 'for-each';
}
