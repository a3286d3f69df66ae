import type { Explicit, Reader } from '../../catalogue/reader';
import type { ConfigEdit } from '../../model/edit';
import type { Fix, Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { GIGABYTE, heapSize, humanSize, isBroker, maybeBroker } from './support/heap';

/** From here on pointers have twice the size. */
const UNCOMPRESSED = 32 * GIGABYTE;
const USUAL = 6 * GIGABYTE;
const LARGE = 12 * GIGABYTE;

export const rule: ScopeRule = {
  id: 'jvm/heap-size',
  summary: 'The heap of a broker leaves too little memory for the page cache, or too little for the broker',
  severity: 'warning',
  roles: ['jvm'],
  sources: [
    'Kafka documentation, Java Version (-Xmx6g -Xms6g)',
    'kafka-server-start.sh (-Xmx1G -Xms1G)',
    'HotSpot, UseCompressedOops (off from -Xmx32g on)',
  ],
  *check(reader: Reader): Iterable<Report> {
    const heap = heapSize(reader, '-Xmx');
    if (!heap || !maybeBroker(reader)) return;
    const memory = reader.scope.machine?.memory;
    const report = tooLarge(reader, heap, memory) ?? tooSmall(reader, heap);
    if (report) yield report;
  },
};

function tooLarge(reader: Reader, heap: Explicit<number>, memory: number | undefined): Report | undefined {
  const { entry, value } = heap;
  const { span } = entry;
  const fixes = [smaller(reader, heap, memory)];
  if (memory !== undefined && value >= memory) {
    const message = `A heap of ${humanSize(value)} does not fit into a container of ${humanSize(memory)}: the kernel kills the broker when the heap fills.`;
    return { span, message, fixes };
  }
  if (value >= UNCOMPRESSED) {
    const message = `A heap of ${humanSize(value)} takes the page cache's memory and doubles the size of pointers: Kafka recommends 6g, and the rest for the page cache.`;
    return { span, message, fixes };
  }
  if (memory !== undefined && value > memory / 2) {
    const message = `A heap of ${humanSize(value)} is more than half of the container's ${humanSize(memory)}: the page cache, from which Kafka serves reads, gets the rest.`;
    // Who has so little is trying something out.
    return { span, message, fixes, ...(value < GIGABYTE && { severity: 'information' as const }) };
  }
  if (value <= LARGE) return undefined;
  const message = `A heap of ${humanSize(value)} is large for a broker, which lives on the page cache: Kafka recommends 6g, also for busy ones.`;
  return { span, message, severity: 'information', fixes };
}

function tooSmall(reader: Reader, { entry, value }: Explicit<number>): Report | undefined {
  if (value >= GIGABYTE || !isBroker(reader) || reader.scope.environment === 'development') return undefined;
  const message = `A heap of ${humanSize(value)} is below Kafka's own default of 1g: a broker with more than a few partitions runs out of memory.`;
  return { span: entry.span, message, severity: 'hint' };
}

/** Six gigabytes, or half of the container's memory where that is less; the first heap is never more. */
function smaller(reader: Reader, { entry }: Explicit<number>, memory: number | undefined): Fix {
  const half = memory === undefined ? USUAL : Math.floor(memory / 2 / 1024 ** 2) * 1024 ** 2;
  const size = humanSize(Math.min(USUAL, half));
  const first = heapSize(reader, '-Xms');
  const edits: ConfigEdit[] = [{ kind: 'set', entry, value: size }];
  if (first) edits.push({ kind: 'set', entry: first.entry, value: size });
  return { title: first ? `Set -Xms and -Xmx to ${size}` : `Set -Xmx to ${size}`, safe: false, edits };
}
