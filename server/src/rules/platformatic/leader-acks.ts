import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { addOption } from '../kafkajs/support/fixes';
import { optionIn } from '../kafkajs/support/options';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'platformatic/leader-acks',
  summary: 'send() waits for the leader alone',
  severity: 'information',
  roles: ['producer'],
  clients: ['platformatic'],
  sources: [
    '@platformatic/kafka 2.12.1 dist/clients/producer/producer.js (acks of send() is 1 unless it is idempotent)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    if (scope.completeness === 'fragment' || optionIn(scope, 'idempotent')) return;
    for (const { method, options, methodSpan } of scope.calls) {
      if (method !== 'send' || options.completeness === 'fragment' || isSaid(options)) continue;
      const fixes = [addOption(scope, options, 'acks', '-1')];
      yield { span: methodSpan, message: MESSAGE, fixes };
    }
  },
};

const MESSAGE =
  'Without acks this send() waits for the leader only: records are lost when it fails before a follower has them. Set acks to -1, or make the producer idempotent.';

function isSaid(options: Pick<Scope, 'entries'>): boolean {
  return optionIn(options, 'acks') !== undefined || optionIn(options, 'idempotent') !== undefined;
}
