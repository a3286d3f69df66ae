import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
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
