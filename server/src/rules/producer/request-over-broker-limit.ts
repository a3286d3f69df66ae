import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { humanBytes } from '../support/human';

const KEY = 'max.request.size';
/** A broker's message.max.bytes by default: 1 MiB, and the overhead of a batch. */
const BROKERS_DEFAULT = 1_048_588;

export const rule: ScopeRule = {
  id: 'producer/request-over-broker-limit',
  summary: 'A producer makes batches that brokers reject by default',
  severity: 'information',
  roles: ['producer'],
  sources: ['ProducerConfig.MAX_REQUEST_SIZE_DOC', 'ServerLogConfigs (message.max.bytes)'],
  *check(reader: Reader): Iterable<Report> {
    const request = reader.setNumber(KEY);
    if (!request || request.value <= BROKERS_DEFAULT) return;
    const message = `${KEY} is ${humanBytes(request.value)}, and brokers reject batches over 1 MiB by default: message.max.bytes, or the topic's max.message.bytes, has to allow as much.`;
    yield { span: request.entry.span, message, fixes: [removeEntry(request.entry, 'default: 1048576')] };
  },
};
