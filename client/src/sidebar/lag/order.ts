import type { GroupSnapshot, LagTotal, PartitionLag, TopicLag } from '../../../../server/src/cluster/model';

/** The most lag first, then what is not known, which may be anything, then what lags not at all; by name among equals. */
export function groupsByLag(groups: readonly GroupSnapshot[]): readonly GroupSnapshot[] {
  return sorted(
    groups,
    ({ total }) => rank(total),
    (one, other) => compareText(one.groupId, other.groupId),
  );
}

export function topicsByLag(topics: readonly TopicLag[]): readonly TopicLag[] {
  return sorted(
    topics,
    ({ total }) => rank(total),
    (one, other) => compareText(one.topic, other.topic),
  );
}

export function partitionsByLag(partitions: readonly PartitionLag[]): readonly PartitionLag[] {
  return sorted(
    partitions,
    ({ lag }) => (typeof lag === 'bigint' ? lag : UNKNOWN),
    (one, other) => one.partition - other.partition,
  );
}

/** Between none and one message. */
const UNKNOWN = 'unknown';
type Rank = bigint | typeof UNKNOWN;

function rank({ lag, unknownPartitions }: LagTotal): Rank {
  return lag <= 0n && unknownPartitions > 0 ? UNKNOWN : lag;
}

function sorted<T>(items: readonly T[], rankOf: (item: T) => Rank, tie: (one: T, other: T) => number): readonly T[] {
  return [...items].sort((one, other) => compareRanks(rankOf(one), rankOf(other)) || tie(one, other));
}

function compareRanks(one: Rank, other: Rank): number {
  if (one === other) return 0;
  if (one === UNKNOWN) return other !== UNKNOWN && other > 0n ? 1 : -1;
  if (other === UNKNOWN) return one > 0n ? -1 : 1;
  return one > other ? -1 : 1;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
