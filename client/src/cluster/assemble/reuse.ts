import { isDeepStrictEqual } from 'node:util';
import type { GroupSnapshot, Offset, PartitionLag, TopicLag } from '../model';
import { isKnown } from '../unknown';

/** The old object where the new one says the same: a view tells by identity what it need not draw again. */
export function reusePartition(old: PartitionLag | undefined, fresh: PartitionLag): PartitionLag {
  const isSame =
    old !== undefined &&
    sameOffset(old.committed, fresh.committed) &&
    sameOffset(old.logEnd, fresh.logEnd) &&
    sameOffset(old.logStart, fresh.logStart) &&
    old.leader === fresh.leader &&
    old.memberId === fresh.memberId;
  return isSame ? old : fresh;
}

export function reuseTopic(old: TopicLag | undefined, fresh: TopicLag): TopicLag {
  return old && sameItems(old.partitions, fresh.partitions) ? old : fresh;
}

export function reuseGroup(old: GroupSnapshot | undefined, fresh: GroupSnapshot): GroupSnapshot {
  const { topics: oldTopics, total: _oldTotal, ...oldRest } = old ?? { topics: [] };
  const { topics, total: _total, ...rest } = fresh;
  return old && sameItems(oldTopics, topics) && isDeepStrictEqual(oldRest, rest) ? old : fresh;
}

function sameItems<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function sameOffset(one: Offset, other: Offset): boolean {
  if (isKnown(one) || isKnown(other)) return one === other;
  return one.unknown === other.unknown && one.detail === other.detail;
}
