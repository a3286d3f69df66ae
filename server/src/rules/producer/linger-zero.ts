import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';

const COST = 'batches form only while earlier requests are under way, so a steady stream goes out in small requests';

export const rule: ScopeRule = {
  id: 'producer/linger-zero',
  summary: 'linger.ms is 0, so batches form only under back-pressure',
  severity: 'hint',
  roles: ['producer'],
  clients: ['java', 'rdkafka', 'confluent'],
  sources: ['Kafka 4.0 upgrade notes (linger.ms default 0 to 5)', 'ProducerConfig.LINGER_MS_DOC'],
  *check(reader: Reader, context: RuleContext): Iterable<Report> {
    if (context.profile === 'latency' || reader.number('linger.ms') !== 0) return;
    const entry = reader.entry('linger.ms');
    const fixes = [addOrSet(reader, 'linger.ms', '5'), addOrSet(reader, 'linger.ms', '20')];
    if (entry) {
      yield { span: entry.span, message: `With linger.ms=0 ${COST}; Kafka 4.0 made 5 ms the default.`, fixes };
      return;
    }
    const anchor = anchorOf(reader);
    if (!anchor) return;
    const message = `linger.ms is not set and its default before Kafka 4.0 is 0: ${COST}.${targetNote(reader.scope)}`;
    yield { span: anchor, message, fixes };
  },
};
