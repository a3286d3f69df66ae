import type { ClusterFacts, PlacedReport, ScopeFacts, Site } from '../../model/project';
import type { ProjectRule } from '../rule';
import { brokersOf, fixOf, nameOf, readerFor } from './support/facts';

/** What asks for copies of a topic, beside the topics themselves. */
const FACTORS = [
  'default.replication.factor',
  'config.storage.replication.factor',
  'offset.storage.replication.factor',
  'status.storage.replication.factor',
  'replication.factor',
];

export const rule: ProjectRule = {
  id: 'project/replication-over-brokers',
  summary: 'A topic is to have more replicas than the cluster has brokers',
  severity: 'error',
  sources: ['StripedReplicaPlacer.place (InvalidReplicationFactorException)'],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const { brokers } = cluster;
    if (brokers === undefined) return;
    const related = brokersOf(cluster).map(({ anchor, ...server }) => ({
      at: anchor,
      message: `${nameOf({ anchor, ...server })} is a broker of the cluster.`,
    }));
    for (const one of wantedBy(cluster)) {
      if (one.value <= brokers) continue;
      const message = `A replication factor of ${one.value} needs ${one.value} brokers, but ${cluster.name} has ${brokers}: Kafka rejects the topic.`;
      yield { at: one.at, message, related, fixes: one.key ? fixOf(one.facts, one.key, String(brokers)) : [] };
    }
  },
};

interface Wanted {
  readonly at: Site;
  readonly value: number;
  readonly facts: ScopeFacts;
  readonly key?: string;
}

function* wantedBy(cluster: ClusterFacts): Iterable<Wanted> {
  for (const facts of cluster.topics) {
    const { replicas } = facts.declares ?? {};
    if (replicas) yield { at: replicas.site, value: replicas.value, facts };
  }
  for (const facts of [...cluster.servers, ...cluster.clients]) {
    for (const key of FACTORS) {
      const set = readerFor(facts).setNumber(key);
      const written = facts.settings.get(key);
      if (set && written) yield { at: written.site, value: set.value, facts, key };
    }
  }
}
