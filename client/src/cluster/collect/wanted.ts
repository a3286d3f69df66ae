import type { GroupFacts } from './facts';
import type { WantedPartitions } from './logs';

/** What the groups read now and what they have committed, over all groups. */
export function wantedPartitions(groups: readonly GroupFacts[]): WantedPartitions {
  const wanted = new Map<string, Set<number>>();
  const within = (topic: string): Set<number> => {
    const existing = wanted.get(topic);
    if (existing) return existing;
    const created = new Set<number>();
    wanted.set(topic, created);
    return created;
  };
  for (const { described, offsets } of groups) {
    if (described && 'members' in described) {
      for (const { topic, partitions } of described.members.flatMap(({ assigned }) => assigned)) {
        const ids = within(topic);
        for (const partition of partitions) ids.add(partition);
      }
    }
    if ('unknown' in offsets) continue;
    for (const { topic, partitions } of offsets.topics) {
      const ids = within(topic);
      for (const { partition } of partitions) ids.add(partition);
    }
  }
  return wanted;
}
