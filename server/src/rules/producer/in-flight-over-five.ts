import type { Reader } from '../../catalogue/reader';
import { isExactlyOnce } from '../../catalogue/streamsClients';
import type { Report, Severity } from '../../model/finding';
import { addOrSet, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';
import { isInsideConnect, isInsideStreams } from '../support/nesting';
import { refusalSeverity } from '../support/severity';

export const rule: ScopeRule = {
  id: 'producer/in-flight-over-five',
  summary: 'More than five requests in flight rule idempotence out, and stop the producer since Kafka 4.0',
  severity: 'error',
  roles: ['producer'],
  from: '3.0',
  sources: ['ProducerConfig.postProcessAndValidateIdempotenceConfigs', 'Kafka 4.0 upgrade notes'],
  *check(reader: Reader): Iterable<Report> {
    const inFlight = reader.setNumber('max.in.flight.requests.per.connection');
    // With idempotence written down, or transactions, another rule reports it; Connect turns idempotence off itself.
    if (!inFlight || inFlight.value <= 5 || reader.has('enable.idempotence') || isInsideConnect(reader)) return;
    const { parent } = reader.scope;
    // Streams refuses it by itself then, which is the finding of another rule.
    if (isInsideStreams(reader) && parent && isExactlyOnce(parent)) return;
    const refused = reader.atLeast('4.0');
    if (refused && isInsideStreams(reader) && parent?.completeness === 'complete') return;
    if (!refused && reader.has('transactional.id')) return;
    const message = refused
      ? `${inFlight.value} requests in flight rule out idempotence, which is on by default: Kafka 4.0 and later throw a ConfigException and the producer does not start.`
      : `${inFlight.value} requests in flight quietly turn idempotence off, so a retry can repeat and reorder records; Kafka 4.0 refuses to start.`;
    const fixes = [setEntry(inFlight.entry, '5', { safe: refused }), addOrSet(reader, 'enable.idempotence', 'false')];
    yield {
      span: inFlight.entry.span,
      message: `${message}${targetNote(reader.scope)}`,
      severity: severityOf(reader, refused),
      fixes,
    };
  },
};

/** In a part of a file, idempotence may be off by a line elsewhere. */
function severityOf(reader: Reader, refused: boolean): Severity {
  return refused && reader.scope.completeness === 'complete' ? refusalSeverity(reader) : 'warning';
}
