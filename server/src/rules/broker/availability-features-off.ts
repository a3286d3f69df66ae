import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { tableOf } from '../../model/tableOf';
import { removeEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';

const COSTS: Readonly<Record<string, string>> = tableOf({
  'controlled.shutdown.enable':
    'a stopping broker does not hand its leaders over first, so every restart makes partitions unavailable',
  'auto.leader.rebalance.enable':
    'leaders are not moved back after a restart, so the load stays on the brokers that took them over',
  'delete.topic.enable': 'topics cannot be deleted, not even by an administrator',
});

export const rule: ScopeRule = {
  id: 'broker/availability-features-off',
  summary: 'A feature that keeps the cluster available is switched off',
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: ['Kafka documentation, broker configs (all three default to true)'],
  *check(reader: Reader): Iterable<Report> {
    for (const [key, cost] of Object.entries(COSTS)) {
      const found = reader.setBoolean(key);
      if (!found || found.value) continue;
      yield {
        span: found.entry.span,
        message: `With ${key}=false ${cost}.`,
        severity: inEnvironment(reader, key === 'controlled.shutdown.enable' ? 'warning' : 'information'),
        fixes: [removeEntry(found.entry, 'the default is true')],
      };
    }
  },
};
