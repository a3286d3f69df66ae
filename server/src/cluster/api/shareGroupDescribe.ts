import type { GroupMember } from '../model';
import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion } from './call';
import { readAssignment } from './consumerGroupDescribe';
import type { DescribedGroup } from './describeGroups';

const SHARE_GROUP_DESCRIBE = 77;

/** Share groups (KIP-932), asked of their coordinator. */
export function shareGroupDescribe(
  support: ApiSupport,
  groupIds: readonly string[],
): ApiCall<readonly DescribedGroup[]> {
  return {
    name: 'ShareGroupDescribe',
    key: SHARE_GROUP_DESCRIBE,
    version: pickVersion(support, 'ShareGroupDescribe', SHARE_GROUP_DESCRIBE, [1]),
    flexible: true,
    write: (body) => {
      body.array(groupIds, (groupId) => body.string(groupId, true), true).boolean(false);
      body.noTags();
    },
    read: (body) => {
      body.skip(4);
      return body.array(() => readGroup(body), true);
    },
  };
}

function readGroup(body: WireReader): DescribedGroup {
  const errorCode = body.int16();
  body.skipString(true);
  const groupId = body.string(true);
  const state = body.string(true);
  body.skip(8);
  body.skipString(true);
  const members = body.array(() => readMember(body), true);
  body.skip(4);
  body.tags();
  return { groupId, errorCode, state, members };
}

function readMember(body: WireReader): GroupMember {
  const memberId = body.string(true);
  body.skipString(true);
  body.skip(4);
  const clientId = body.string(true);
  const host = body.string(true).replace(/^\//, '');
  body.array(() => body.skipString(true), true);
  const assigned = readAssignment(body);
  body.tags();
  return { memberId, clientId, host, assigned };
}
