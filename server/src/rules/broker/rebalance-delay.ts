import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { isLocalSetup } from './support/quorum';

const KEY = 'group.initial.rebalance.delay.ms';
/** No number of milliseconds so small waits for anybody. */
const SECONDS = 60;
const FACTORS = ['default.replication.factor', 'offsets.topic.replication.factor'];

export const rule: ScopeRule = {
  id: 'broker/rebalance-delay',
  summary: 'A new consumer group does not wait for its members',
  severity: 'hint',
  roles: BROKER_ROLES,
  sources: ['GroupCoordinatorConfig.GROUP_INITIAL_REBALANCE_DELAY_MS_DOC (default 3000)'],
  *check(reader: Reader): Iterable<Report> {
    const delay = reader.setNumber(KEY);
    if (!delay || delay.value < 0 || delay.value > SECONDS) return;
    const { entry, value } = delay;
    if (value > 0) {
      const message = `${KEY}=${value} is ${value} ms and not seconds: groups hardly wait for their members. Kafka's default is 3000.`;
      yield { span: entry.span, message, severity: 'warning', fixes: [setEntry(entry, '3000')] };
      return;
    }
    const isCluster = FACTORS.some((key) => (reader.setNumber(key)?.value ?? 1) > 1);
    if (!isCluster || isLocalSetup(reader)) return;
    const message = `${KEY}=0 is for development: when an application starts, its group rebalances with each member that joins.`;
    yield { span: entry.span, message, fixes: [setEntry(entry, '3000')] };
  },
};
