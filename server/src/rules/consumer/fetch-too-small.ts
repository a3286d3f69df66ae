import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { humanBytes } from '../support/human';

/** Smallest sizes that are no brake, and Kafka's defaults. */
const LIMITS = [
  { key: 'fetch.max.bytes', least: 1_048_576, usual: 52_428_800, of: 'fetch' },
  { key: 'max.partition.fetch.bytes', least: 65_536, usual: 1_048_576, of: 'partition in a fetch' },
] as const;

export const rule: ScopeRule = {
  id: 'consumer/fetch-too-small',
  summary: 'Fetches are limited to a few batches',
  severity: 'warning',
  roles: ['consumer', 'client'],
  sources: ['ConsumerConfig.FETCH_MAX_BYTES_DOC, MAX_PARTITION_FETCH_BYTES_DOC', 'KIP-74'],
  *check(reader: Reader): Iterable<Report> {
    for (const { key, least, usual, of } of LIMITS) {
      const size = reader.setNumber(key);
      if (!size || size.value >= least) continue;
      const message =
        `${key} limits a ${of} to ${humanBytes(size.value)} (the default is ${humanBytes(usual)}): each ` +
        'request brings few records, and a large batch comes whole all the same.';
      yield { span: size.entry.span, message, fixes: [setEntry(size.entry, String(usual))] };
    }
  },
};
