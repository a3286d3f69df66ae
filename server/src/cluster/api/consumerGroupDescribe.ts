import type { GroupMember } from '../model';
import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion } from './call';
import type { DescribedGroup } from './describeGroups';

const CONSUMER_GROUP_DESCRIBE = 69;

/** Groups of KIP-848's `consumer` protocol, asked of their coordinator. */
export function consumerGroupDescribe(
  support: ApiSupport,
  groupIds: readonly string[],
): ApiCall<readonly DescribedGroup[]> {
  const version = pickVersion(support, 'ConsumerGroupDescribe', CONSUMER_GROUP_DESCRIBE, [1, 0]);
  return {
    name: 'ConsumerGroupDescribe',
    key: CONSUMER_GROUP_DESCRIBE,
    version,
    flexible: true,
    write: (body) => {
      body.array(groupIds, (groupId) => body.string(groupId, true), true).boolean(false);
      body.noTags();
    },
    read: (body) => {
      body.skip(4);
      return body.array(() => readGroup(body, version), true);
    },
  };
}

function readGroup(body: WireReader, version: number): DescribedGroup {
  const errorCode = body.int16();
  body.skipString(true);
  const groupId = body.string(true);
  const state = body.string(true);
  body.skip(8);
  body.skipString(true);
  const members = body.array(() => readMember(body, version), true);
  body.skip(4);
  body.tags();
  return { groupId, errorCode, state, members };
}

function readMember(body: WireReader, version: number): GroupMember {
  const memberId = body.string(true);
  const groupInstanceId = body.nullableString(true);
  body.skipString(true);
  body.skip(4);
  const clientId = body.string(true);
  const host = body.string(true).replace(/^\//, '');
  body.array(() => body.skipString(true), true);
  body.skipString(true);
  const assigned = readAssignment(body);
  readAssignment(body);
  if (version >= 1) body.skip(1);
  body.tags();
  return { memberId, clientId, host, ...(groupInstanceId !== undefined && { groupInstanceId }), assigned };
}

/** Topic ids, names and partitions, as the groups have them that the broker assigns. */
export function readAssignment(body: WireReader): GroupMember['assigned'] {
  const assigned = body.array(() => {
    body.skip(16);
    const topic = body.string(true);
    const partitions = body.int32s(true);
    body.tags();
    return { topic, partitions };
  }, true);
  body.tags();
  return assigned;
}
