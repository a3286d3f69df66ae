import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import type { ProjectRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { type Contradiction, reportsOf, type Side, sidesOf } from './support/contradictions';
import { clientsOf, fixOf, nameOf, readerFor, siteOf } from './support/facts';
import { type Guarantee, guaranteesFor } from './support/guarantees';

export const rule: ProjectRule = {
  id: 'project/acks-without-copies',
  summary: 'A producer waits for all replicas of a topic that accepts records with one',
  severity: 'warning',
  sources: ['TopicConfig.MIN_IN_SYNC_REPLICAS_DOC', 'Partition.checkEnoughReplicasReachOffset'],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const found: Contradiction[] = [];
    const contradiction = sidesOf(producerSide, guaranteeSide);
    for (const producer of clientsOf(cluster, 'producer')) {
      const acks = readerFor(producer).setString('acks');
      if (acks?.value !== 'all' && acks?.value !== '-1') continue;
      for (const guarantee of guaranteesFor(cluster, producer)) {
        const { minInsync, replicas = 0 } = guarantee;
        if (minInsync === 1 && replicas > 1) found.push(contradiction(producer, guarantee));
      }
    }
    yield* reportsOf(found);
  },
};

function producerSide(producer: ScopeFacts, { where, what }: Guarantee): Side {
  return {
    at: siteOf(producer, 'acks'),
    message: `acks=all waits for the leader alone when the others lag: min.insync.replicas of ${what} is 1. Losing that broker loses records.`,
    note: `${nameOf(producer)} writes with acks=all.`,
    severity: inEnvironment(readerFor(where), 'information'),
    fixes: [],
  };
}

function guaranteeSide(_: ScopeFacts, { where, key, what, replicas }: Guarantee): Side {
  return {
    at: siteOf(where, key, 'default.replication.factor'),
    message: `min.insync.replicas of ${what} is 1, though producers use acks=all and there are ${replicas} replicas: one failure can lose records.`,
    note: `Here min.insync.replicas of ${what} is 1.`,
    severity: inEnvironment(readerFor(where), 'warning'),
    fixes: fixOf(where, key, '2'),
  };
}
