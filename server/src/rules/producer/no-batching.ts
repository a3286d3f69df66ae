import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { disabledBatching } from './support/batching';
import { PRODUCER_ROLES } from './support/roles';

export const rule: ScopeRule = {
  id: 'producer/no-batching',
  summary: 'batch.size turns batching off',
  severity: 'warning',
  roles: PRODUCER_ROLES,
  sources: ['ProducerConfig.BATCH_SIZE_DOC', 'RecordAccumulator.drainBatchesForOneNode'],
  *check(reader: Reader): Iterable<Report> {
    const size = disabledBatching(reader);
    if (!size) return;
    const { entry, value } = size;
    const cost = 'each request costs as much as a full one, and compression has nothing to work on';
    const message =
      value <= 1
        ? `batch.size=${value} turns batching off, so a request has one record per partition: ${cost}.`
        : `batch.size=${value} with linger.ms=0 leaves next to no batching: ${cost}.`;
    yield { span: entry.span, message, fixes: [removeEntry(entry, 'the default is 16384'), setEntry(entry, '65536')] };
  },
};
