import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion } from './call';
import type { CommittedPartition, GroupOffsets } from './offsetFetch';

const SHARE_GROUP_OFFSETS = 90;

/**
 * Where share groups are, asked of their coordinator: the first offset that is not settled, and from version 1 on how many
 * messages wait, which is less than the distance to the end, since what lies behind that offset may be settled too.
 */
export function shareGroupOffsets(support: ApiSupport, groupIds: readonly string[]): ApiCall<readonly GroupOffsets[]> {
  const version = pickVersion(support, 'DescribeShareGroupOffsets', SHARE_GROUP_OFFSETS, [1, 0]);
  return {
    name: 'DescribeShareGroupOffsets',
    key: SHARE_GROUP_OFFSETS,
    version,
    flexible: true,
    write: (body) => {
      const group = (groupId: string) => body.string(groupId, true).nullArray(true).noTags();
      body.array(groupIds, group, true).noTags();
    },
    read: (body) => {
      body.skip(4);
      return body.array(() => readGroup(body, version), true);
    },
  };
}

function readGroup(body: WireReader, version: number): GroupOffsets {
  const groupId = body.string(true);
  const topics = body.array(() => {
    const topic = body.string(true);
    body.skip(16);
    const partitions = body.array(() => readPartition(body, version), true);
    body.tags();
    return { topic, partitions };
  }, true);
  const errorCode = body.int16();
  body.skipString(true);
  body.tags();
  return { groupId, errorCode, topics };
}

function readPartition(body: WireReader, version: number): CommittedPartition {
  const partition = body.int32();
  const offset = body.int64();
  body.skip(4);
  const lag = version >= 1 ? body.int64() : -1n;
  const errorCode = body.int16();
  body.skipString(true);
  body.tags();
  return { partition, offset, errorCode, waiting: lag >= 0n ? lag : undefined };
}
