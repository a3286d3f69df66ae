import type { Reader } from '../../catalogue/reader';
import type { Report, Severity } from '../../model/finding';
import { addOrSet } from '../fixes';
import type { ScopeRule } from '../rule';
import { humanBytes } from '../support/human';
import { wholePart } from '../support/wholePart';

const HUGE_BATCH = 10 * 2 ** 20;
const LARGE_BATCH = 131_072;
const MODEST_BATCH = '65536';
const LARGER_BUFFER = '67108864';

export const rule: ScopeRule = {
  id: 'producer/buffer-sizing',
  summary: 'batch.size, max.request.size and buffer.memory do not fit together',
  severity: 'warning',
  roles: ['producer'],
  sources: ['KafkaProducer.ensureValidRecordSize', 'BufferPool.allocate', 'ProducerConfig.BUFFER_MEMORY_DOC'],
  *check(part: Reader): Iterable<Report> {
    const reader = wholePart(part);
    const finding = batchFinding(reader) ?? recordFinding(reader);
    // What a part gets from elsewhere in its process is no finding of the part.
    if (finding && part.scope.entries.some(({ span }) => span.start === finding.span.start)) yield finding;
  },
};

function batchFinding(reader: Reader): Report | undefined {
  const written = reader.setNumber('batch.size');
  if (!written) return undefined;
  const { value: batch, entry } = written;
  const request = reader.number('max.request.size');
  const buffer = reader.number('buffer.memory');
  const size = humanBytes(batch);
  const report = (message: string, key: string, value: string, severity: Severity = 'warning'): Report => ({
    span: entry.span,
    message,
    severity,
    fixes: [addOrSet(reader, key, value)],
  });
  if (buffer !== undefined && batch > buffer) {
    return report(
      `batch.size (${size}) is over buffer.memory (${humanBytes(buffer)}), which cannot hold a single batch: every send() fails.`,
      'buffer.memory',
      String(Math.max(batch * 16, 33_554_432)),
    );
  }
  if (request !== undefined && batch > request) {
    return report(
      `batch.size (${size}) is over max.request.size (${humanBytes(request)}): a full batch, unless compression shrinks it, is more than brokers accept by default, and has to be split and sent again.`,
      'batch.size',
      MODEST_BATCH,
    );
  }
  if (batch > HUGE_BATCH) {
    return report(
      `With a batch.size of ${size} each partition under load takes that much of buffer.memory at a time.`,
      'batch.size',
      MODEST_BATCH,
    );
  }
  if (batch < LARGE_BATCH || buffer === undefined || reader.has('buffer.memory')) return undefined;
  const batches = Math.floor(buffer / batch);
  return report(
    `The default buffer.memory (${humanBytes(buffer)}) holds ${batches} batches of ${size}: with that many busy partitions send() blocks.`,
    'buffer.memory',
    LARGER_BUFFER,
    'hint',
  );
}

function recordFinding(reader: Reader): Report | undefined {
  const buffer = reader.number('buffer.memory');
  const request = reader.number('max.request.size');
  const entry = reader.entry('buffer.memory') ?? reader.entry('max.request.size');
  if (buffer === undefined || request === undefined || !entry || buffer >= request) return undefined;
  const message = `buffer.memory (${humanBytes(buffer)}) is below max.request.size (${humanBytes(request)}): a record between the two fails with RecordTooLargeException.`;
  return {
    span: entry.span,
    message,
    fixes: [addOrSet(reader, 'buffer.memory', String(Math.max(request * 2, 33_554_432)))],
  };
}
