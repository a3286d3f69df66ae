import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion, supports } from './call';

const OFFSET_FETCH = 9;

export interface CommittedPartition {
  readonly partition: number;
  /** -1 when nothing is committed. */
  readonly offset: bigint;
  readonly errorCode: number;
  /** Of a share group: how many messages wait, where the broker tells. There for share groups only. */
  readonly waiting?: bigint | undefined;
}

export interface GroupOffsets {
  readonly groupId: string;
  readonly errorCode: number;
  readonly topics: readonly { readonly topic: string; readonly partitions: readonly CommittedPartition[] }[];
}

/** How many groups one request may ask for: any number since Kafka 3.0, before it one. */
export function offsetFetchBatch(support: ApiSupport | undefined): number {
  return support && supports(support, OFFSET_FETCH, 8) ? 100 : 1;
}

/**
 * Everything that the groups have committed, asked of their coordinator. Offsets of open transactions are left out, as
 * Kafka's own tool does. The caller keeps to `offsetFetchBatch`.
 */
export function offsetFetch(support: ApiSupport, groupIds: readonly string[]): ApiCall<readonly GroupOffsets[]> {
  const version = pickVersion(support, 'OffsetFetch', OFFSET_FETCH, [8, 4, 3]);
  return version === 8 ? manyGroups(groupIds) : oneGroup(version, groupIds[0] ?? '');
}

function manyGroups(groupIds: readonly string[]): ApiCall<readonly GroupOffsets[]> {
  return {
    name: 'OffsetFetch',
    key: OFFSET_FETCH,
    version: 8,
    flexible: true,
    write: (body) => {
      const group = (groupId: string) => body.string(groupId, true).nullArray(true).noTags();
      body.array(groupIds, group, true).boolean(false).noTags();
    },
    read: (body) => {
      body.skip(4);
      return body.array(() => {
        const groupId = body.string(true);
        const topics = readTopics(body, true);
        const errorCode = body.int16();
        body.tags();
        return { groupId, errorCode, topics };
      }, true);
    },
  };
}

function oneGroup(version: number, groupId: string): ApiCall<readonly GroupOffsets[]> {
  return {
    name: 'OffsetFetch',
    key: OFFSET_FETCH,
    version,
    flexible: false,
    write: (body) => {
      body.string(groupId).nullArray();
    },
    read: (body) => {
      body.skip(4);
      const topics = readTopics(body, false);
      return [{ groupId, errorCode: body.int16(), topics }];
    },
  };
}

function readTopics(body: WireReader, flexible: boolean): GroupOffsets['topics'] {
  return body.array(() => {
    const topic = body.string(flexible);
    const partitions = body.array(() => readPartition(body, flexible), flexible);
    if (flexible) body.tags();
    return { topic, partitions };
  }, flexible);
}

function readPartition(body: WireReader, flexible: boolean): CommittedPartition {
  const partition = body.int32();
  const offset = body.int64();
  if (flexible) body.skip(4);
  body.skipString(flexible);
  const errorCode = body.int16();
  if (flexible) body.tags();
  return { partition, offset, errorCode };
}
