import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import type { ProjectRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { type Contradiction, reportsOf, type Side, sidesOf } from './support/contradictions';
import { clientsOf, fixOf, nameOf, readerFor, siteOf } from './support/facts';
import { type Guarantee, guaranteesFor } from './support/guarantees';

export const rule: ProjectRule = {
  id: 'project/acks-below-minimum',
  summary: 'A topic asks for several in-sync replicas, but a producer waits for fewer',
  severity: 'information',
  sources: ['TopicConfig.MIN_IN_SYNC_REPLICAS_DOC', 'ReplicaManager.appendRecords (requiredAcks)'],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const found: Contradiction[] = [];
    const contradiction = sidesOf(producerSide, guaranteeSide);
    for (const producer of clientsOf(cluster, 'producer')) {
      const acks = acksOf(producer);
      if (acks !== '0' && acks !== '1') continue;
      for (const guarantee of guaranteesFor(cluster, producer)) {
        const isWritten = guarantee.where.settings.has(guarantee.key);
        if (guarantee.minInsync > 1 && isWritten) found.push(contradiction(producer, guarantee));
      }
    }
    yield* reportsOf(found);
  },
};

function producerSide(producer: ScopeFacts, { where, what, minInsync }: Guarantee): Side {
  const acks = acksOf(producer);
  return {
    at: siteOf(producer, 'acks'),
    message: `acks=${acks} ignores min.insync.replicas: ${what} asks for ${minInsync}, which Kafka checks for acks=all only.`,
    note: `${nameOf(producer)} writes with acks=${acks}.`,
    severity: inEnvironment(readerFor(where), 'information'),
    fixes: fixOf(producer, 'acks', 'all'),
  };
}

function guaranteeSide(producer: ScopeFacts, { where, key, what, minInsync }: Guarantee): Side {
  return {
    at: siteOf(where, key),
    message: `min.insync.replicas=${minInsync} of ${what} protects acks=all only, and producers here use acks=${acksOf(producer)}.`,
    note: `Here min.insync.replicas of ${what} is ${minInsync}.`,
    severity: inEnvironment(readerFor(where), 'information'),
    fixes: [],
  };
}

function acksOf(producer: ScopeFacts): string | undefined {
  return readerFor(producer).setString('acks')?.value;
}
