import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { readBy, tunesKernel } from './support/readers';

const KEY = 'vm.max_map_count';
const DEFAULT = 65_530;
const RECOMMENDED = '262144';

export const rule: ScopeRule = {
  id: 'os/max-map-count',
  summary: 'A broker with many partitions runs out of memory maps',
  severity: 'warning',
  roles: ['host'],
  sources: ['Kafka documentation, Hardware and OS, "OS" (vm.max_map_count)', 'Linux documentation, sysctl/vm.rst'],
  *check(reader: Reader): Iterable<Report> {
    if (readBy(reader, 'container')) return;
    const found = reader.setNumber(KEY);
    if (found && found.value <= DEFAULT) {
      const message = `${KEY}=${found.value} suffices for ${Math.floor(found.value / 2)} log segments, of which each uses two maps: a broker with more fails with "Map failed".`;
      const severity = found.value < DEFAULT ? ('warning' as const) : ('hint' as const);
      yield {
        span: found.entry.value.span,
        message,
        severity,
        fixes: [setEntry(found.entry, RECOMMENDED, { safe: true })],
      };
    }
    const anchor = reader.has(KEY) || !tunesKernel(reader) ? undefined : anchorOf(reader);
    if (!anchor) return;
    const message = `${KEY} is not set here: with the kernel's ${DEFAULT}, a broker with more than ${DEFAULT / 2} log segments fails with "Map failed".`;
    yield { span: anchor, message, severity: 'hint', fixes: [addOrSet(reader, KEY, RECOMMENDED, { safe: true })] };
  },
};
