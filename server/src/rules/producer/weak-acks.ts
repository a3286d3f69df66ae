import type { Reader } from '../../catalogue/reader';
import type { Report, Severity } from '../../model/finding';
import { tableOf } from '../../model/tableOf';
import { anchorOf } from '../anchor';
import { addOrSet } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';
import { inEnvironment } from '../support/severity';

export const rule: ScopeRule = {
  id: 'producer/weak-acks',
  summary: 'acks lets acknowledged or sent records get lost',
  severity: 'warning',
  roles: ['producer'],
  clients: ['java', 'rdkafka', 'confluent'],
  sources: [
    'ProducerConfig.ACKS_DOC',
    'Kafka 3.0 upgrade notes (acks default 1 to all, KIP-679)',
    'KafkaConnectorOutgoingConfiguration.getAcks (SmallRye)',
  ],
  *check(reader: Reader, { profile }: RuleContext): Iterable<Report> {
    const acks = reader.string('acks');
    if (acks !== '0' && acks !== '1') return;
    // Kafka refuses both of these with weak acks, which is the finding of another rule.
    if (reader.setBoolean('enable.idempotence')?.value || reader.has('transactional.id')) return;
    const severity = severityOf(acks, profile);
    const entry = reader.entry('acks');
    const span = entry?.span ?? anchorOf(reader);
    if (!severity || !span) return;
    const what = entry ? `acks=${acks}` : `acks is not set, and its default ${whoseDefault(reader)} is 1: it`;
    const message = `${what} ${COSTS[acks]}.${entry ? '' : targetNote(reader.scope)}`;
    yield {
      span,
      message,
      severity: inEnvironment(reader, severity),
      fixes: [addOrSet(reader, 'acks', ALL[entry?.writtenKey ?? ''] ?? 'all')],
    };
  },
};

function whoseDefault({ scope }: Reader): string {
  return scope.defaults?.has('acks') ? "of SmallRye's connector" : 'before Kafka 3.0';
}

/** Confluent's client takes a number in the manner of KafkaJS. */
const ALL: Readonly<Record<string, string>> = tableOf({ 'kafkaJS.acks': '-1' });

const COSTS = {
  '0': 'sends without waiting for an answer, so the producer never learns that a record was lost, and never retries',
  '1': 'acknowledges a record before a follower has it, so records are lost without an error when the leader fails',
};

/** With a profile that trades safety for speed, acks=1 is what has been asked for. */
function severityOf(acks: '0' | '1', profile: RuleContext['profile']): Severity | undefined {
  const fast = profile === 'throughput' || profile === 'latency';
  if (acks === '0') return fast ? 'information' : 'warning';
  if (profile === 'durability') return 'warning';
  return fast ? undefined : 'information';
}
