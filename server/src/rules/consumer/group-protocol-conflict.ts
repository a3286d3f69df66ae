import type { Reader } from '../../catalogue/reader';
import type { Report, Severity } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';
import { refusalSeverity } from '../support/severity';

/** What the broker decides under the new protocol (ConsumerConfig.CLASSIC_PROTOCOL_UNSUPPORTED_CONFIGS and its like). */
const BROKER_SIDE = ['session.timeout.ms', 'heartbeat.interval.ms', 'partition.assignment.strategy'] as const;
const REMOTE_ASSIGNOR = 'group.remote.assignor';

export const rule: ScopeRule = {
  id: 'consumer/group-protocol-conflict',
  summary: 'A setting of the one group protocol beside the other',
  severity: 'error',
  roles: ['consumer', 'client'],
  from: '3.7',
  sources: ['ConsumerConfig.checkUnsupportedConfigsPostProcess', 'KIP-848', 'Kafka 4.0 upgrade notes'],
  *check(reader: Reader): Iterable<Report> {
    const protocol = reader.string('group.protocol')?.toLowerCase();
    if (protocol === 'consumer') yield* classicSettings(reader);
    if (protocol === 'classic') yield* remoteAssignor(reader);
  },
};

function* classicSettings(reader: Reader): Iterable<Report> {
  const refused = reader.atLeast('4.0');
  const end = refused
    ? 'the consumer throws a ConfigException and does not start'
    : 'it has no effect there, and Kafka 4.0 rejects it';
  const severity: Severity = refused ? refusalSeverity(reader) : 'warning';
  for (const key of BROKER_SIDE) {
    const entry = reader.entry(key);
    // An empty list of assignors is none, and Kafka takes it so.
    if (!entry || (key === 'partition.assignment.strategy' && entry.value.text.trim() === '')) continue;
    const message = `${key} cannot be set with group.protocol=consumer: ${end}, since the broker decides (group.consumer.*).${targetNote(reader.scope)}`;
    yield { span: entry.span, message, severity, fixes: [removeEntry(entry, 'the broker decides', { safe: refused })] };
  }
}

/** Kafka refuses it since 3.9; before, it has no effect. */
function* remoteAssignor(reader: Reader): Iterable<Report> {
  const entry = reader.entry(REMOTE_ASSIGNOR);
  if (!entry || entry.value.text.trim() === '') return;
  const refused = reader.atLeast('3.9');
  const end = refused ? 'the consumer throws a ConfigException and does not start' : 'it has no effect';
  const message = `${REMOTE_ASSIGNOR} needs group.protocol=consumer, and the protocol is classic: ${end}.`;
  const severity: Severity = refused ? refusalSeverity(reader) : 'warning';
  yield {
    span: entry.span,
    message,
    severity,
    fixes: [removeEntry(entry, 'it is not for classic groups', { safe: true })],
  };
}
