import { isDeepStrictEqual } from 'node:util';
import type { GroupSnapshot, Offset, PartitionLag } from '../model';
import { isKnown } from '../unknown';
import type { LogView } from './logView';

// What did not change is the old object: a view tells by identity what it need not draw again.

export function isSamePartition(
  old: PartitionLag,
  partition: number,
  { offset, lag }: { readonly offset: Offset; readonly lag: Offset },
  { logStart, logEnd, stableEnd, leader }: LogView,
  memberId: string | undefined,
): boolean {
  return (
    old.partition === partition &&
    isSameOffset(old.committed, offset) &&
    isSameOffset(old.lag, lag) &&
    isSameOffset(old.logEnd, logEnd) &&
    isSameOffset(old.logStart, logStart) &&
    old.stableEnd === stableEnd &&
    old.leader === leader &&
    old.memberId === memberId
  );
}

export function reuseGroup(old: GroupSnapshot | undefined, fresh: GroupSnapshot): GroupSnapshot {
  const { topics: oldTopics, total: _oldTotal, ...oldRest } = old ?? { topics: [] };
  const { topics, total: _total, ...rest } = fresh;
  return old && hasSameItems(oldTopics, topics) && isDeepStrictEqual(oldRest, rest) ? old : fresh;
}

export function hasSameItems<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function isSameOffset(one: Offset, other: Offset): boolean {
  if (isKnown(one) || isKnown(other)) return one === other;
  return one.unknown === other.unknown && one.detail === other.detail;
}
