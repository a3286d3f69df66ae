import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { tableOf } from '../../model/tableOf';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';

/** Parameters that tuning guides still name, and the Linux that no longer has them. */
const GONE: Readonly<Record<string, string>> = tableOf({
  'net.ipv4.tcp_tw_recycle': '4.12',
  'kernel.sched_migration_cost_ns': '5.13',
  'kernel.sched_min_granularity_ns': '5.13',
  'kernel.sched_wakeup_granularity_ns': '5.13',
  'kernel.sched_latency_ns': '5.13',
});

export const rule: ScopeRule = {
  id: 'os/removed-parameter',
  summary: 'Linux no longer has a kernel parameter',
  severity: 'information',
  roles: ['host'],
  sources: ['Linux, net/ipv4/sysctl_net_ipv4.c', 'Linux, kernel/sched/debug.c'],
  *check(reader: Reader): Iterable<Report> {
    for (const entry of reader.scope.entries) {
      const version = GONE[entry.key];
      if (version === undefined) continue;
      const message = `Linux ${version} removed ${entry.writtenKey}: sysctl reports an error for it, and nothing is set.`;
      yield { span: entry.span, message, fixes: [removeEntry(entry)], tags: ['deprecated'] };
    }
  },
};
