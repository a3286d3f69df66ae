import { metadata as metadataCall, type TopicMetadata } from '../api/metadata';
import { kafkaVersion } from '../assemble/kafkaVersion';
import type { Brokers } from '../brokers';
import type { ClusterLayout, TopicLayout } from '../model';

export async function describeLayout(brokers: Brokers): Promise<ClusterLayout> {
  const metadata = await brokers.sendToAny(metadataCall);
  brokers.update(metadata.brokers);
  const version = kafkaVersion(brokers.nodes.flatMap(({ id }) => brokers.supportOf(id) ?? []));
  return {
    ...(metadata.clusterId !== undefined && { clusterId: metadata.clusterId }),
    ...(version !== undefined && { kafkaVersion: version }),
    brokers: [...metadata.brokers].sort((one, other) => one.id - other.id),
    topics: metadata.topics
      .filter(({ errorCode }) => errorCode === 0)
      .map(topicLayout)
      .sort(byName),
  };
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
