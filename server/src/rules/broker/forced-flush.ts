import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { humanDuration } from '../support/human';
import { isLocalSetup } from './support/quorum';

const KEYS = ['log.flush.interval.messages', 'log.flush.interval.ms', 'flush.messages', 'flush.ms'];
/** Kafka's defaults for "never" in the four keys. */
const NEVER = Number('9223372036854775807');

export const rule: ScopeRule = {
  id: 'broker/forced-flush',
  summary: 'Logs are forced to disk, which costs throughput and latency',
  severity: 'warning',
  roles: [...BROKER_ROLES, 'topic'],
  sources: ['Kafka documentation, Hardware and OS, "Application vs. OS Flush Management"'],
  *check(reader: Reader): Iterable<Report> {
    const scheduled = schedulerAlone(reader);
    if (scheduled) yield scheduled;
    const single = isLocalSetup(reader) || reader.setNumber('default.replication.factor')?.value === 1;
    for (const key of KEYS) {
      const found = reader.setNumber(key);
      if (!found || found.value >= NEVER) continue;
      yield {
        span: found.entry.span,
        message: `${key} forces the log to disk again and again, which costs throughput and latency. Kafka keeps records safe by replication and recommends to leave flushing to the operating system.`,
        ...(single && { severity: 'information' as const }),
        fixes: [removeEntry(found.entry)],
      };
    }
  },
};

/** Where log.flush.interval.ms is not set, Kafka takes the scheduler's interval for it. */
function schedulerAlone(reader: Reader): Report | undefined {
  const scheduler = reader.setNumber('log.flush.scheduler.interval.ms');
  if (!scheduler || scheduler.value >= NEVER || reader.has('log.flush.interval.ms')) return undefined;
  const { entry, value } = scheduler;
  const message = `${entry.writtenKey}=${value} sets log.flush.interval.ms too, which is not set: every log is forced to disk each ${humanDuration(value)}.`;
  const severity = isLocalSetup(reader) ? 'information' : 'warning';
  return { span: entry.span, message, severity, fixes: [removeEntry(entry)] };
}
