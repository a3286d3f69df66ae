import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { heapSize, humanSize, isBroker } from './support/heap';

export const rule: ScopeRule = {
  id: 'jvm/heap-bounds',
  summary: 'The first heap is not the size of the largest one',
  severity: 'error',
  roles: ['jvm'],
  sources: ['JDK documentation, java, -Xms and -Xmx', 'Kafka documentation, Java Version (-Xmx6g -Xms6g)'],
  *check(reader: Reader): Iterable<Report> {
    const [first, largest] = [heapSize(reader, '-Xms'), heapSize(reader, '-Xmx')];
    if (!first || !largest || first.value === largest.value) return;
    const fixes = [setEntry(first.entry, largest.entry.value.text.trim(), { safe: first.value > largest.value })];
    const { span } = first.entry;
    if (first.value > largest.value) {
      const message = `The JVM does not start: -Xms of ${humanSize(first.value)} is larger than -Xmx of ${humanSize(largest.value)}.`;
      yield { span, message, fixes };
    } else if (isBroker(reader)) {
      const message = `The heap grows from ${humanSize(first.value)} to ${humanSize(largest.value)} under load: with the same size for both the broker has its memory from the start.`;
      yield { span, message, severity: 'hint', fixes };
    }
  },
};
