import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import type { ProjectRule } from '../rule';
import { nearest } from '../support/nearest';
import { brokersOf, nameOf, readerFor } from './support/facts';

export const rule: ProjectRule = {
  id: 'project/undeclared-topic',
  summary: 'A client uses a topic that the cluster does not have',
  severity: 'warning',
  sources: ['MetadataResponse (UNKNOWN_TOPIC_OR_PARTITION)', 'auto.create.topics.enable of the broker'],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const declared = new Map(
      cluster.topics.flatMap((topic) => (topic.declares ? [[topic.declares.topic, topic] as const] : [])),
    );
    // Of a running cluster some topics may be hidden.
    if (declared.size === 0 || cluster.servers.some(({ running }) => running)) return;
    const isClosed = createsNone(cluster);
    for (const client of cluster.clients) {
      for (const { topic, site, use } of client.topics) {
        if (declared.has(topic) || topic.startsWith('__')) continue;
        const similar = nearest(topic, declared.keys());
        const meant = similar === undefined ? undefined : declared.get(similar);
        if (!isClosed && !meant) continue;
        const what = use === 'reads' ? 'reads' : 'writes to';
        const cost = isClosed
          ? 'the brokers create none (auto.create.topics.enable=false)'
          : 'Kafka may create it with its defaults';
        yield {
          at: site,
          message: `Nothing declares topic ${topic}, which this client ${what}: ${cost}.${similar ? ` Did you mean ${similar}?` : ''}`,
          severity: isClosed ? 'warning' : 'information',
          ...(meant?.declares && {
            related: [{ at: meant.declares.site, message: `${nameOf(meant)} declares ${similar}.` }],
          }),
        };
      }
    }
  },
};

function createsNone(cluster: ClusterFacts): boolean {
  const brokers: readonly ScopeFacts[] = brokersOf(cluster);
  return (
    brokers.length > 0 && brokers.every((broker) => readerFor(broker).boolean('auto.create.topics.enable') === false)
  );
}
