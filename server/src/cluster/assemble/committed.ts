import type { CommittedPartition } from '../api/offsetFetch';
import type { GroupFacts } from '../collect/facts';
import type { GroupMember, GroupSnapshot, Offset, Unknown } from '../model';
import { unknownForCode } from '../unknown';

export interface Committed {
  readonly partition: number;
  readonly offset: Offset;
  /** Of a share group, whose lag the broker counts or nobody knows. */
  readonly waiting?: bigint | undefined;
}

/** By topic, in the order of partitions: every partition that the group reads or has read. */
export type CommittedTable = ReadonlyMap<string, readonly Committed[]>;

const NO_COMMIT: Unknown = { unknown: 'no-commit' };

/**
 * Partitions with a commit, and those that a member reads without one, as Kafka's own tool lists them. When the offsets
 * could not be had, the partitions that were known before stay on show, with the reason in place of the number.
 */
export function committedOffsets(
  facts: GroupFacts,
  members: readonly GroupMember[],
  previous: GroupSnapshot | undefined,
): CommittedTable {
  const failure = offsetsFailure(facts);
  const table = failure ? failedOffsets(previous, failure) : knownOffsets(facts);
  const assigned = assignedPartitions(members);
  for (const [topic, partitions] of assigned) {
    const known = table.get(topic) ?? [];
    const present = new Set(known.map(({ partition }) => partition));
    const added = partitions.filter((partition) => !present.has(partition));
    if (added.length === 0) continue;
    table.set(topic, [...known, ...added.map((partition) => ({ partition, offset: failure ?? NO_COMMIT }))]);
  }
  for (const [topic, offsets] of table) table.set(topic, inOrder(offsets));
  return table;
}

export function offsetsFailure({ offsets }: GroupFacts): Unknown | undefined {
  if ('unknown' in offsets) return offsets;
  return offsets.errorCode === 0 ? undefined : unknownForCode(offsets.errorCode);
}

function knownOffsets({ offsets }: GroupFacts): Map<string, readonly Committed[]> {
  if ('unknown' in offsets) return new Map();
  return new Map(offsets.topics.map(({ topic, partitions }) => [topic, readCommits(partitions)]));
}

/** Kafka's own answer as it is when there is nothing to translate in it, since there may be 200,000 partitions. */
function readCommits(partitions: readonly CommittedPartition[]): readonly Committed[] {
  if (partitions.every(({ offset, errorCode }) => errorCode === 0 && offset >= 0n)) return partitions;
  return partitions.map(({ errorCode, ...told }) => {
    if (errorCode !== 0) return { partition: told.partition, offset: unknownForCode(errorCode) };
    return { ...told, offset: told.offset < 0n ? NO_COMMIT : told.offset };
  });
}

function failedOffsets(previous: GroupSnapshot | undefined, failure: Unknown): Map<string, readonly Committed[]> {
  const topics = previous?.topics ?? [];
  return new Map(
    topics.map(({ topic, partitions }) => [topic, partitions.map(({ partition }) => ({ partition, offset: failure }))]),
  );
}

function assignedPartitions(members: readonly GroupMember[]): ReadonlyMap<string, readonly number[]> {
  const byTopic = new Map<string, number[]>();
  for (const { topic, partitions } of members.flatMap(({ assigned }) => assigned)) {
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), ...partitions]);
  }
  return byTopic;
}

function inOrder(offsets: readonly Committed[]): readonly Committed[] {
  const isInOrder = offsets.every(({ partition }, index) => partition > (offsets[index - 1]?.partition ?? -1));
  return isInOrder ? offsets : [...offsets].sort((one, other) => one.partition - other.partition);
}
