import type { GroupFacts } from '../collect/facts';
import type { GroupMember, GroupSnapshot, Offset, Unknown } from '../model';
import { unknownForCode } from '../unknown';

/** Committed offsets by topic and partition, of every partition that the group reads or has read. */
export type CommittedTable = ReadonlyMap<string, ReadonlyMap<number, Offset>>;

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
  const table = new Map<string, Map<number, Offset>>();
  const within = (topic: string) => {
    const existing = table.get(topic);
    if (existing) return existing;
    const created = new Map<number, Offset>();
    table.set(topic, created);
    return created;
  };
  const failure = offsetsFailure(facts);
  if (failure) addPrevious(within, previous, failure);
  else addCommitted(within, facts);
  for (const { topic, partitions } of members.flatMap(({ assigned }) => assigned)) {
    const offsets = within(topic);
    for (const partition of partitions) {
      if (!offsets.has(partition)) offsets.set(partition, failure ?? NO_COMMIT);
    }
  }
  return table;
}

export function offsetsFailure({ offsets }: GroupFacts): Unknown | undefined {
  if ('unknown' in offsets) return offsets;
  return offsets.errorCode === 0 ? undefined : unknownForCode(offsets.errorCode);
}

type Within = (topic: string) => Map<number, Offset>;

function addCommitted(within: Within, { offsets }: GroupFacts): void {
  if ('unknown' in offsets) return;
  for (const { topic, partitions } of offsets.topics) {
    const known = within(topic);
    for (const { partition, offset, errorCode } of partitions) {
      if (errorCode !== 0) known.set(partition, unknownForCode(errorCode));
      else known.set(partition, offset < 0n ? NO_COMMIT : offset);
    }
  }
}

function addPrevious(within: Within, previous: GroupSnapshot | undefined, failure: Unknown): void {
  for (const { topic, partitions } of previous?.topics ?? []) {
    const known = within(topic);
    for (const { partition } of partitions) known.set(partition, failure);
  }
}
