import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { readBy, tunesKernel } from './support/readers';

const KEY = 'vm.swappiness';
const RECOMMENDED = '1';
const MOST = 10;

export const rule: ScopeRule = {
  id: 'os/swappiness',
  summary: 'The kernel may swap a broker out',
  severity: 'warning',
  roles: ['host'],
  sources: ['Linux documentation, sysctl/vm.rst, swappiness', 'Kafka: The Definitive Guide, Virtual memory'],
  *check(reader: Reader): Iterable<Report> {
    if (readBy(reader, 'container')) return;
    const found = reader.setNumber(KEY);
    const anchor = reader.has(KEY) || !tunesKernel(reader) ? undefined : anchorOf(reader);
    if (anchor) {
      const message = `${KEY} is not set here, and the kernel's default of 60 swaps programs out readily: a heap in swap stalls the broker.`;
      yield { span: anchor, message, severity: 'hint', fixes: [addOrSet(reader, KEY, RECOMMENDED, { safe: true })] };
    }
    if (found && found.value > MOST) {
      const message = `${KEY}=${found.value} lets the kernel swap a broker's memory out, which stalls it: ${RECOMMENDED} keeps it in memory.`;
      yield { span: found.entry.value.span, message, fixes: [setEntry(found.entry, RECOMMENDED, { safe: true })] };
    }
    if (found?.value === 0) {
      const message = `${KEY}=0 never swaps before memory is exhausted, when the kernel kills a process: ${RECOMMENDED} swaps as little as possible.`;
      const fixes = [setEntry(found.entry, RECOMMENDED, { safe: true })];
      yield { span: found.entry.value.span, message, severity: 'hint', fixes };
    }
  },
};
