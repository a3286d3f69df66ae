import type { Reader } from '../../catalogue/reader';
import type { Report, Severity } from '../../model/finding';
import { tableOf } from '../../model/tableOf';
import { anchorOf } from '../anchor';
import { addOrSet } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';
import { isOther, libraryName, shownSetting, shownValue } from '../support/naming';
import { inEnvironment } from '../support/severity';

export const rule: ScopeRule = {
  id: 'producer/weak-acks',
  summary: 'acks lets acknowledged or sent records get lost',
  severity: 'warning',
  roles: ['producer'],
  clients: ['java', 'rdkafka', 'confluent', 'kafka-python', 'aiokafka', 'sarama', 'kafka-go', 'franz-go'],
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
    const what = entry ? shownSetting(entry) : absent(reader, acks);
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
  return scope.defaults?.has('acks') ? "SmallRye's connector sets it to" : 'its default before Kafka 3.0 is';
}

/** Confluent's client takes a number in the manner of KafkaJS. */
const ALL: Readonly<Record<string, string>> = tableOf({ 'kafkaJS.acks': '-1' });

function absent(reader: Reader, acks: '0' | '1'): string {
  const { scope } = reader;
  if (!isOther(scope)) return `acks is not set, and ${whoseDefault(reader)} 1: it`;
  return `${scope.written('acks')} is not set, and ${libraryName(scope)} defaults to ${shownValue(scope, 'acks', acks)}: it`;
}

const COSTS = {
  '0': 'sends without waiting for an answer, so a lost record is neither noticed nor sent again',
  '1': 'acknowledges a record before a follower has it, so a leader that fails takes records along',
};

/** With a profile that trades safety for speed, acks=1 is what has been asked for. */
function severityOf(acks: '0' | '1', profile: RuleContext['profile']): Severity | undefined {
  const fast = profile === 'throughput' || profile === 'latency';
  if (acks === '0') return fast ? 'information' : 'warning';
  if (profile === 'durability') return 'warning';
  return fast ? undefined : 'information';
}
