import type { Reader } from '../../catalogue/reader';
import type { Fix, Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet, setAll } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { humanBytes } from '../support/human';
import { nameOf } from '../support/naming';
import { disabledBatching } from './support/batching';

const DEFAULT_SIZE = 16384;

export const rule: ScopeRule = {
  id: 'producer/batch-size-small',
  summary: 'batch.size is small for high throughput',
  severity: 'hint',
  roles: ['producer'],
  clients: ['java', 'kafka-python', 'aiokafka'],
  sources: ['ProducerConfig.BATCH_SIZE_DOC (default 16384)', 'Confluent: optimize Kafka producers for throughput'],
  *check(reader: Reader, { profile }: RuleContext): Iterable<Report> {
    const size = reader.number('batch.size');
    if (size === undefined || profile === 'latency' || disabledBatching(reader)) return;
    const wantsThroughput = profile === 'throughput';
    if (wantsThroughput ? size > DEFAULT_SIZE : size >= DEFAULT_SIZE) return;
    const span = reader.entry('batch.size')?.span ?? anchorOf(reader);
    if (!span) return;
    const message =
      size < DEFAULT_SIZE
        ? `${nameOf(reader, 'batch.size')}=${size} is below the default of 16384: a request carries at most ${humanBytes(size)} of a partition, or one record that is larger, which limits throughput under load.`
        : `A ${nameOf(reader, 'batch.size')} of 16384 is the default; producers that are tuned for throughput use 64 to 200 KB.`;
    yield { span, message, severity: wantsThroughput ? 'information' : 'hint', fixes: largerSizes(reader) };
  },
};

/** Sizes of which the buffer holds a good number and which a request takes; the larger one with a larger buffer. */
function largerSizes(reader: Reader): Fix[] {
  const buffer = reader.number('buffer.memory') ?? Number.POSITIVE_INFINITY;
  const request = reader.number('max.request.size') ?? Number.POSITIVE_INFINITY;
  if (request < 131_072 || buffer < 2_097_152) return [];
  const title = 'Set batch.size to 131072 and buffer.memory to 67108864';
  const both = setAll(reader, title, { 'batch.size': '131072', 'buffer.memory': '67108864' });
  const second = buffer >= 67_108_864 ? addOrSet(reader, 'batch.size', '131072') : both;
  return [addOrSet(reader, 'batch.size', '65536'), second];
}
