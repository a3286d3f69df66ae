import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { tableOf } from '../../model/tableOf';
import { setEntry } from '../fixes';
import type { ScopeRule } from '../rule';

const KEY = 'queue/scheduler';

/** What the schedulers of before Linux 5.0 have become. */
const SUCCESSORS: Readonly<Record<string, string>> = tableOf({ deadline: 'mq-deadline', noop: 'none', cfq: 'bfq' });

export const rule: ScopeRule = {
  id: 'os/storage',
  summary: 'An I/O scheduler has a name that Linux no longer has',
  severity: 'warning',
  roles: ['host'],
  sources: ['Linux documentation, block/switching-sched.rst', 'Linux block/mq-deadline.c (elevator_alias)'],
  *check(reader: Reader): Iterable<Report> {
    for (const entry of reader.scope.entries) {
      if (entry.key !== KEY || entry.value.kind !== 'literal') continue;
      const name = entry.value.text.trim();
      const successor = SUCCESSORS[name];
      if (!successor) continue;
      const isAlias = name === 'deadline';
      const message = isAlias
        ? `Linux 5.0 and later know deadline as an alias of ${successor} only. An NVMe disk is fastest with none.`
        : `Linux 5.0 and later have no ${name} scheduler, so that the disk keeps its default: the closest is ${successor}.`;
      const severity = isAlias ? ('hint' as const) : ('warning' as const);
      yield { span: entry.value.span, message, severity, fixes: [setEntry(entry, successor)] };
    }
  },
};
