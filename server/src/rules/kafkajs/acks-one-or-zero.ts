import type { Reader } from '../../catalogue/reader';
import type { Report, Severity } from '../../model/finding';
import type { RuleContext, ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { setOption } from './support/fixes';
import { isTrue, optionIn, sendsOf } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/acks-one-or-zero',
  summary: 'send() does not wait for all in-sync replicas',
  severity: 'warning',
  roles: ['producer'],
  clients: ['kafkajs'],
  sources: ['kafkajs 2.2.4 src/producer/messageProducer.js (acks defaults to -1)', 'ProducerConfig.ACKS_DOC'],
  *check(reader: Reader, { profile }: RuleContext): Iterable<Report> {
    const { scope } = reader;
    // An idempotent producer throws, which is the finding of another rule.
    if (isTrue(scope, 'idempotent')) return;
    for (const { options } of sendsOf(scope)) {
      const entry = optionIn(options, 'acks');
      const acks = entry?.value.kind === 'literal' ? entry.value.text : undefined;
      if (!entry || (acks !== '0' && acks !== '1')) continue;
      const severity = severityOf(acks, profile);
      if (!severity) continue;
      const message = `acks: ${acks} ${COSTS[acks]}. KafkaJS's default of -1 waits for all in-sync replicas.`;
      yield {
        span: entry.span,
        message,
        severity: inEnvironment(reader, severity),
        fixes: [setOption(scope, entry, '-1')],
      };
    }
  },
};

const COSTS = {
  '0': 'waits for no answer: send() succeeds even when the broker never got the records, and nothing is retried',
  '1': 'waits for the leader only: records are lost without an error when it fails before a follower has them',
};

/** With a profile that trades safety for speed, acks: 1 is what has been asked for. */
function severityOf(acks: '0' | '1', profile: RuleContext['profile']): Severity | undefined {
  const isFast = profile === 'throughput' || profile === 'latency';
  if (acks === '0') return isFast ? 'information' : 'warning';
  if (profile === 'durability') return 'warning';
  return isFast ? undefined : 'information';
}
