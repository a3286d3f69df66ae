import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { ClientLibrary } from '../../model/scope';
import { addOrSet, removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { isOther, nameOf, shownSetting } from '../support/naming';
import { disabledBatching } from './support/batching';
import { PRODUCER_ROLES } from './support/roles';

export const rule: ScopeRule = {
  id: 'producer/no-batching',
  summary: 'batch.size turns batching off',
  severity: 'warning',
  roles: PRODUCER_ROLES,
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka', 'sarama', 'kafka-go', 'franz-go'],
  sources: ['ProducerConfig.BATCH_SIZE_DOC', 'RecordAccumulator.drainBatchesForOneNode'],
  *check(reader: Reader): Iterable<Report> {
    const single = oneRecordABatch(reader);
    if (single)
      yield {
        span: single.span,
        message: `${shownSetting(single)} turns batching off: ${COST}.`,
        fixes: [removeEntry(single)],
      };
    const size = disabledBatching(reader);
    if (!size || size.entry === single) return;
    const { entry, value } = size;
    const message =
      value <= 1
        ? `${shownSetting(entry)} turns batching off, so a request has one record per partition: ${COST}.`
        : `${shownSetting(entry)} with ${nameOf(reader, 'linger.ms')}=0 leaves next to no batching: ${COST}.`;
    const without = isOther(reader.scope) ? removeEntry(entry) : removeEntry(entry, 'the default is 16384');
    yield { span: entry.span, message, fixes: [without, addOrSet(reader, 'batch.size', '65536')] };
  },
};

const COST = 'each request costs as much as a full one, and compression has nothing to work on';

/** Options that count the records of a batch, where Kafka's own clients count bytes. */
const COUNTS: Readonly<Partial<Record<ClientLibrary, string>>> = {
  rdkafka: 'batch.num.messages',
  sarama: 'Producer.Flush.MaxMessages',
  'kafka-go': 'BatchSize',
};

function oneRecordABatch({ scope }: Reader): Entry | undefined {
  const entry = scope.entries.find(
    ({ writtenKey, overriddenBy }) => writtenKey === COUNTS[scope.client] && !overriddenBy,
  );
  return entry?.value.kind === 'literal' && entry.value.text === '1' ? entry : undefined;
}
