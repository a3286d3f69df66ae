import type { TopicMetadata } from '../api/metadata';
import type { ClusterSnapshot, PartitionLag } from '../model';
import type { GroupFacts } from './facts';
import type { WantedPartitions } from './logs';

/** What the groups read now and what they have committed, over all groups, and all of the named topics. */
export function wantedPartitions(
  groups: readonly GroupFacts[],
  whole: readonly TopicMetadata[] = [],
): WantedPartitions {
  const wanted = new Map<string, Set<number>>();
  for (const { topic, partitions } of whole) {
    wanted.set(topic, new Set(partitions.map(({ partition }) => partition)));
  }
  for (const { described, offsets } of groups) {
    if (described && 'members' in described) {
      for (const { topic, partitions } of described.members.flatMap(({ assigned }) => assigned)) {
        const ids = idsOf(wanted, topic);
        for (const partition of partitions) ids.add(partition);
      }
    }
    if ('unknown' in offsets) continue;
    for (const { topic, partitions } of offsets.topics) {
      const ids = idsOf(wanted, topic);
      for (const { partition } of partitions) ids.add(partition);
    }
  }
  return wanted;
}

/** What a member reads, lagged in the snapshot before and has committed nothing of since. */
export function stuckPartitions(
  groups: readonly GroupFacts[],
  previous: ClusterSnapshot | undefined,
): WantedPartitions {
  const stuck = new Map<string, Set<number>>();
  const before = new Map(previous?.groups.map((group) => [group.groupId, group]));
  for (const { listed, offsets } of groups) {
    const old = before.get(listed.groupId);
    if (!old || old.members.length === 0 || 'unknown' in offsets) continue;
    const topics = new Map(old.topics.map(({ topic, partitions }) => [topic, partitions]));
    for (const { topic, partitions } of offsets.topics) {
      const waiting = (topics.get(topic) ?? []).filter(isWaiting);
      if (waiting.length === 0) continue;
      const now = new Map(partitions.map(({ partition, offset }) => [partition, offset]));
      for (const { partition, committed } of waiting) {
        if (now.get(partition) === committed) idsOf(stuck, topic).add(partition);
      }
    }
  }
  return stuck;
}

function isWaiting({ lag, memberId }: PartitionLag): boolean {
  return memberId !== undefined && typeof lag === 'bigint' && lag > 0n;
}

function idsOf(table: Map<string, Set<number>>, topic: string): Set<number> {
  const existing = table.get(topic);
  if (existing) return existing;
  const created = new Set<number>();
  table.set(topic, created);
  return created;
}
