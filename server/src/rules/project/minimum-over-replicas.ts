import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import type { ProjectRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { type Contradiction, reportsOf } from './support/contradictions';
import { brokersOf, fixOf, nameOf, readerFor, siteOf } from './support/facts';

const KEY = 'min.insync.replicas';

export const rule: ProjectRule = {
  id: 'project/minimum-over-replicas',
  summary: 'A topic has no more replicas than its brokers demand to be in sync',
  severity: 'warning',
  sources: [
    'Partition.effectiveMinIsr (Kafka 3.7 and later)',
    'Partition.appendRecordsToLeader (NotEnoughReplicasException)',
  ],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const found: Contradiction[] = [];
    for (const topic of cluster.topics) {
      const replicas = topic.declares?.replicas;
      // What the topic says itself, a rule about its file compares.
      if (!replicas || topic.settings.has(KEY)) continue;
      const broker = brokersOf(cluster).find((one) => (readerFor(one).setNumber(KEY)?.value ?? 0) >= replicas.value);
      if (broker && broker.uri !== topic.uri) found.push(contradiction(topic, replicas, broker));
    }
    yield* reportsOf(found);
  },
};

function contradiction(
  topic: ScopeFacts,
  replicas: { readonly value: number; readonly site: Contradiction['sides'][0]['at'] },
  broker: ScopeFacts,
): Contradiction {
  const reader = readerFor(broker);
  const minimum = reader.setNumber(KEY)?.value ?? 0;
  const name = topic.declares?.topic ?? '';
  const severity = inEnvironment(reader, replicas.value > 1 || minimum > replicas.value ? 'warning' : 'information');
  return {
    sides: [
      {
        at: replicas.site,
        message: `Topic ${name} has ${counted(replicas.value)}, and its brokers ask for ${minimum} in sync: ${costOf(minimum, replicas.value, reader.atLeast('3.7'))}.`,
        note: `Topic ${name} has ${counted(replicas.value)} (${nameOf(topic)}).`,
        severity,
        fixes: [],
      },
      {
        at: siteOf(broker, KEY),
        message: `${KEY}=${minimum} is as many as topics have replicas, or more: ${costOf(minimum, replicas.value, reader.atLeast('3.7'))}.`,
        note: `The brokers set ${KEY} to ${minimum}.`,
        severity: 'information',
        fixes: fixOf(broker, KEY, String(Math.max(1, replicas.value - 1))),
      },
    ],
  };
}

function counted(replicas: number): string {
  return replicas === 1 ? '1 replica' : `${replicas} replicas`;
}

function costOf(minimum: number, replicas: number, isLowered: boolean): string {
  if (minimum === replicas) return 'acks=all fails as soon as one broker is down';
  return isLowered
    ? `Kafka silently lowers it to ${replicas}`
    : 'every write with acks=all fails with NotEnoughReplicas';
}
