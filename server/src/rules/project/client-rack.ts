import type { ClusterFacts, PlacedReport } from '../../model/project';
import type { ProjectRule } from '../rule';
import { brokersOf, clientsOf, fixOf, nameOf, readerFor, siteOf } from './support/facts';

const SELECTOR = 'replica.selector.class';
const RACK_AWARE = 'org.apache.kafka.common.replica.RackAwareReplicaSelector';

export const rule: ProjectRule = {
  id: 'project/client-rack',
  summary: 'A consumer names its rack to brokers that do not look at it',
  severity: 'information',
  sources: ['KIP-392: Allow consumers to fetch from closest replica', 'ReplicationConfigs.REPLICA_SELECTOR_CLASS_DOC'],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const brokers = brokersOf(cluster);
    // Something else may set it wherever it is absent and the file is not all there is.
    const isOff =
      brokers.length > 0 &&
      brokers.every((one) => !one.settings.has(SELECTOR) && one.scope.completeness === 'complete');
    if (!isOff) return;
    for (const consumer of clientsOf(cluster, 'consumer')) {
      const rack = readerFor(consumer).setString('client.rack')?.value;
      if (!rack) continue;
      yield {
        at: siteOf(consumer, 'client.rack'),
        message: `client.rack=${rack} has no effect: no broker sets ${SELECTOR}, so consumers fetch from the leader only.`,
        related: brokers.map((broker) => ({ at: broker.anchor, message: `${nameOf(broker)} sets no ${SELECTOR}.` })),
        fixes: brokers.length === 1 ? brokers.flatMap((broker) => fixOf(broker, SELECTOR, RACK_AWARE)) : [],
      };
    }
  },
};
