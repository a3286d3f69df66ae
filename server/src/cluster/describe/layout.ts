import { type MetadataAnswer, metadata as metadataCall, type TopicMetadata } from '../api/metadata';
import { kafkaVersion } from '../assemble/kafkaVersion';
import type { Brokers } from '../brokers';
import type { BrokerLayout, ClusterLayout, TopicLayout } from '../model';

export async function describeLayout(brokers: Brokers): Promise<ClusterLayout> {
  const metadata = await brokers.sendToAny(metadataCall);
  brokers.update(metadata.brokers);
  const version = kafkaVersion(brokers.nodes.flatMap(({ id }) => brokers.supportOf(id) ?? []));
  return {
    ...(metadata.clusterId !== undefined && { clusterId: metadata.clusterId }),
    ...(version !== undefined && { kafkaVersion: version }),
    brokers: withLeaders(metadata),
    topics: metadata.topics
      .filter(({ errorCode }) => errorCode === 0)
      .map(topicLayout)
      .sort(byName),
  };
}

function withLeaders({ brokers, topics }: MetadataAnswer): readonly BrokerLayout[] {
  const counts = new Map<number, number>();
  for (const { leader } of topics.flatMap(({ partitions }) => partitions)) {
    if (leader !== undefined) counts.set(leader, (counts.get(leader) ?? 0) + 1);
  }
  return brokers
    .map((broker) => ({ ...broker, leaders: counts.get(broker.id) ?? 0 }))
    .sort((one, other) => one.id - other.id);
}

function topicLayout({ topic, isInternal, partitions }: TopicMetadata): TopicLayout {
  return {
    topic,
    isInternal,
    partitions: partitions.length,
    replicas: partitions.reduce((least, { replicas }) => Math.min(least, replicas.length), Number.MAX_SAFE_INTEGER),
    offline: partitions.filter(({ leader }) => leader === undefined).length,
    underReplicated: partitions.filter(({ replicas, inSyncReplicas }) => inSyncReplicas.length < replicas.length)
      .length,
  };
}

function byName(one: TopicLayout, other: TopicLayout): number {
  return one.topic < other.topic ? -1 : 1;
}
