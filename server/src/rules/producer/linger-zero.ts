import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';
import { isOther, libraryName, nameOf, shownSetting } from '../support/naming';
import { fitsDeliveryTimeout } from './support/deliveryTimeout';

const COST = 'batches form only while earlier requests are under way, so a steady stream goes out in small requests';

export const rule: ScopeRule = {
  id: 'producer/linger-zero',
  summary: 'linger.ms is 0, so batches form only under back-pressure',
  severity: 'hint',
  roles: ['producer'],
  clients: ['java', 'rdkafka', 'confluent', 'kafka-python', 'aiokafka', 'sarama', 'franz-go'],
  sources: ['Kafka 4.0 upgrade notes (linger.ms default 0 to 5)', 'ProducerConfig.LINGER_MS_DOC'],
  *check(reader: Reader, context: RuleContext): Iterable<Report> {
    if (context.profile === 'latency' || reader.number('linger.ms') !== 0 || waitsForEach(reader)) return;
    const entry = reader.entry('linger.ms');
    const fixes = ['5', '20'].flatMap((value) =>
      fitsDeliveryTimeout(reader, 'linger.ms', Number(value)) ? [addOrSet(reader, 'linger.ms', value)] : [],
    );
    if (entry) {
      const batch = largeBatch(reader);
      const message = batch
        ? `${shownSetting(entry)} works against ${batch.writtenKey}=${batch.value.text.trim()}: ${COST}.`
        : `With ${shownSetting(entry)} ${COST}${isOther(reader.scope) ? '' : '; Kafka 4.0 made 5 ms the default'}.`;
      yield { span: entry.span, message, fixes, ...(batch && { severity: 'warning' as const }) };
      return;
    }
    const anchor = anchorOf(reader);
    if (!anchor) return;
    const since = isOther(reader.scope)
      ? `${libraryName(reader.scope)} defaults to 0`
      : 'its default before Kafka 4.0 is 0';
    const message = `${nameOf(reader, 'linger.ms')} is not set and ${since}: ${COST}.${targetNote(reader.scope)}`;
    yield { span: anchor, message, fixes };
  },
};

/** sarama's producer that waits for each record would only wait longer. */
function waitsForEach({ scope }: Reader): boolean {
  return scope.client === 'sarama' && !/Async/.test(scope.creation?.method ?? '');
}

const DEFAULT_BATCH = 16_384;

/** Batches that somebody has raised, and that do not form without lingering. */
function largeBatch(reader: Reader): Entry | undefined {
  const size = reader.setNumber('batch.size');
  return size && size.value > DEFAULT_BATCH ? size.entry : undefined;
}
