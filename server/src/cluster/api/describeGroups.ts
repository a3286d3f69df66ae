import type { GroupMember } from '../model';
import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion } from './call';
import { readAssignment } from './consumerAssignment';

export interface DescribedGroup {
  readonly groupId: string;
  readonly errorCode: number;
  readonly state: string;
  readonly members: readonly GroupMember[];
}

/** Groups of the classic protocol, asked of their coordinator. Other groups come back as Dead, without an error. */
export function describeGroups(support: ApiSupport, groupIds: readonly string[]): ApiCall<readonly DescribedGroup[]> {
  const version = pickVersion(support, 'DescribeGroups', 15, [4, 2, 1]);
  return {
    name: 'DescribeGroups',
    key: 15,
    version,
    flexible: false,
    write: (body) => {
      body.array(groupIds, (groupId) => body.string(groupId));
      if (version >= 3) body.boolean(false);
    },
    read: (body) => {
      body.skip(4);
      return body.array(() => readGroup(body, version));
    },
  };
}

function readGroup(body: WireReader, version: number): DescribedGroup {
  const errorCode = body.int16();
  const groupId = body.string();
  const state = body.string();
  const isConsumer = body.string() === 'consumer';
  body.skipString();
  const members = body.array(() => readMember(body, version, isConsumer));
  if (version >= 3) body.skip(4);
  return { groupId, errorCode, state, members };
}

function readMember(body: WireReader, version: number, isConsumer: boolean): GroupMember {
  const memberId = body.string();
  const groupInstanceId = version >= 4 ? body.nullableString() : undefined;
  const clientId = body.string();
  const host = readHost(body);
  body.byteArray();
  const assignment = body.byteArray();
  return {
    memberId,
    clientId,
    host,
    ...(groupInstanceId !== undefined && { groupInstanceId }),
    assigned: isConsumer ? readAssignment(assignment) : [],
  };
}

/** Java prints an address as `/10.0.0.7`, which no person writes so. */
function readHost(body: WireReader): string {
  return body.string().replace(/^\//, '');
}
