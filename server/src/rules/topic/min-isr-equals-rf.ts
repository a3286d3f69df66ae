import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { replicationPairs } from './support/replicationPairs';

export const rule: ScopeRule = {
  id: 'topic/min-isr-equals-rf',
  summary: 'Every replica has to be in sync, so no broker may be down',
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: ['Partition.appendRecordsToLeader (NotEnoughReplicasException when the ISR is below min.insync.replicas)'],
  *check(reader: Reader): Iterable<Report> {
    for (const { minIsr, factor, entry } of replicationPairs(reader)) {
      if (minIsr.value !== factor.value || factor.value < 2) continue;
      const message =
        `${minIsr.key} and ${factor.key} are both ${factor.value}, so no replica may be offline: restarting a ` +
        'broker fails acks=all writes (NotEnoughReplicas).';
      const more = addOrSet(reader, factor.key, String(factor.value + 1));
      const fewer = addOrSet(reader, minIsr.key, String(factor.value - 1));
      yield { span: entry.span, message, fixes: factor.value < 3 ? [more, fewer] : [fewer] };
    }
  },
};
