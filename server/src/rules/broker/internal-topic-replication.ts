import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { isLocalSetup } from './support/quorum';

const WANTED = [
  { key: 'offsets.topic.replication.factor', least: 3, holds: 'the offsets of every consumer group' },
  { key: 'transaction.state.log.replication.factor', least: 3, holds: 'the state of every transaction' },
  { key: 'transaction.state.log.min.isr', least: 2, holds: 'the state of every transaction' },
  { key: 'share.coordinator.state.topic.replication.factor', least: 3, holds: 'the state of every share group' },
  { key: 'share.coordinator.state.topic.min.isr', least: 2, holds: 'the state of every share group' },
];

export const rule: ScopeRule = {
  id: 'broker/internal-topic-replication',
  summary: "Kafka's own topics have fewer copies than the data",
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: ['GroupCoordinatorConfig, TransactionLogConfig, ShareCoordinatorConfig (defaults 3, 3 and 2)'],
  *check(reader: Reader): Iterable<Report> {
    if (!isCluster(reader)) return;
    for (const { key, least, holds } of WANTED) {
      const found = reader.setNumber(key);
      if (!found || found.value >= least || found.value < 1) continue;
      yield {
        span: found.entry.span,
        message: `${key}=${found.value}: losing one broker can lose ${holds}. Kafka's default is ${least}; less is for single nodes.`,
        fixes: [setEntry(found.entry, String(least))],
      };
    }
  },
};

/** The file shows three brokers, or wants three copies of the data. */
function isCluster(reader: Reader): boolean {
  if (isLocalSetup(reader)) return false;
  return (reader.scope.brokers ?? reader.setNumber('default.replication.factor')?.value ?? 1) >= 3;
}
