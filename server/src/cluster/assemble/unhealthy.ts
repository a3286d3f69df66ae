import type { PartitionMetadata, TopicMetadata } from '../api/metadata';
import type { UnhealthyPartition } from '../model';

/** Partitions that cannot be written, or that would lose data or writes with one broker more, the worst first. */
export function unhealthyPartitions(
  topics: readonly TopicMetadata[],
  minInSyncReplicas: ReadonlyMap<string, number>,
): readonly UnhealthyPartition[] {
  return topics
    .flatMap(({ topic, partitions }) =>
      partitions.flatMap((metadata) => judge(topic, metadata, minInSyncReplicas.get(topic)) ?? []),
    )
    .sort((one, other) => SEVERITY[one.state] - SEVERITY[other.state]);
}

const SEVERITY = { offline: 0, 'below-min-isr': 1, 'under-replicated': 2 } as const;

function judge(
  topic: string,
  metadata: PartitionMetadata,
  minimum: number | undefined,
): UnhealthyPartition | undefined {
  const state = stateOf(metadata, minimum ?? 0);
  if (!state) return undefined;
  const { partition, leader, replicas, inSyncReplicas } = metadata;
  return {
    topic,
    partition,
    state,
    ...(leader !== undefined && { leader }),
    replicas,
    inSyncReplicas,
    ...(minimum && { minInSyncReplicas: minimum }),
  };
}

function stateOf(metadata: PartitionMetadata, minimum: number): UnhealthyPartition['state'] | undefined {
  const { leader, replicas, inSyncReplicas } = metadata;
  if (leader === undefined) return 'offline';
  if (inSyncReplicas.length < minimum) return 'below-min-isr';
  return inSyncReplicas.length < replicas.length ? 'under-replicated' : undefined;
}
