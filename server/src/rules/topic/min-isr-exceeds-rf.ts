import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';
import { replicationPairs } from './support/replicationPairs';

export const rule: ScopeRule = {
  id: 'topic/min-isr-exceeds-rf',
  summary: 'More replicas must be in sync than there are',
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: [
    'Partition.effectiveMinIsr (Kafka 3.7 and later)',
    'Partition.appendRecordsToLeader (NotEnoughReplicasException)',
  ],
  *check(reader: Reader): Iterable<Report> {
    for (const { minIsr, factor, entry } of replicationPairs(reader)) {
      if (minIsr.value <= factor.value) continue;
      const clash = `${minIsr.key} is ${minIsr.value}, but ${factor.key} is ${factor.value}${factor.written ? '' : ' by default'}`;
      const copies = factor.value === 1 ? 'a single copy' : `${factor.value} copies`;
      const cost = reader.atLeast('3.7')
        ? `Kafka quietly lowers the minimum to the replication factor, so an acknowledged write has ${copies}.`
        : 'before Kafka 3.7 every acks=all write to such a topic fails with NotEnoughReplicas.';
      const fixes = [
        addOrSet(reader, factor.key, String(Math.max(3, minIsr.value + 1))),
        addOrSet(reader, minIsr.key, String(factor.value)),
      ];
      const assumed = !factor.written && reader.scope.completeness === 'fragment';
      const unless = assumed ? ' Unless the factor is set elsewhere, that is.' : '';
      yield {
        span: entry.span,
        message: `${clash}: ${cost}${unless}${targetNote(reader.scope)}`,
        fixes,
        ...(assumed && { severity: 'information' as const }),
      };
    }
  },
};
