import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { openFilesOf } from './support/limits';
import { readBy } from './support/readers';

/** What Kafka's documentation asks for. */
const RECOMMENDED = 100_000;
/** A limit that suffices for most brokers all the same. */
const USUAL = 65_535;

export const rule: ScopeRule = {
  id: 'os/file-descriptors',
  summary: 'A broker may open fewer files than Kafka recommends',
  severity: 'warning',
  roles: ['host'],
  sources: [
    'Kafka documentation, Hardware and OS, "OS" (100000 file descriptors)',
    'HotSpot, -XX:MaxFDLimit',
    'systemd.exec(5), LimitNOFILE=',
  ],
  *check(reader: Reader): Iterable<Report> {
    const { machine } = reader.scope;
    if (!machine || isOfClient(reader)) return;
    const { soft, hard } = openFilesOf(reader);
    if (soft && hard && soft.value > hard.value && readBy(reader, 'unit', 'container')) {
      const who = machine.reader === 'unit' ? 'systemd ignores the line' : 'the container does not start';
      const message = `The soft limit of open files is above the hard limit of ${hard.value}: ${who}.`;
      yield { span: soft.entry.value.span, message, fixes: [setEntry(hard.entry, highest(soft.value))] };
      return;
    }
    if (hard && hard.value < RECOMMENDED) {
      const message = `A limit of ${hard.value} open files is low for a broker, which opens three a log segment and one a connection. Kafka recommends at least ${RECOMMENDED}.`;
      const severity = hard.value < USUAL ? ('warning' as const) : ('information' as const);
      yield { span: hard.entry.value.span, message, severity, fixes: [setEntry(hard.entry, String(RECOMMENDED))] };
    }
    if (!soft && !hard && machine.start && machine.process === 'server') {
      const message = `The unit leaves the limit of open files to systemd: 4096 before systemd 240. Kafka recommends at least ${RECOMMENDED}; limits.conf does not apply to services.`;
      const fixes = reader.has('nofile') ? [] : [addOrSet(reader, 'nofile', String(RECOMMENDED))];
      yield { span: machine.start, message, severity: 'information', fixes };
    }
  },
};

function highest(soft: number): string {
  return Number.isFinite(soft) ? String(Math.max(soft, RECOMMENDED)) : 'infinity';
}

/** A worker of Connect and what else runs beside Kafka has few files open. */
function isOfClient({ scope }: Reader): boolean {
  const process = scope.machine?.process;
  return process !== undefined && !['server', 'broker', 'combined'].includes(process);
}
