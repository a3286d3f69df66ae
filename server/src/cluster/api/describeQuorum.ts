import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion, supports } from './call';

const DESCRIBE_QUORUM = 55;

/** Only a cluster without ZooKeeper has a quorum to describe. */
export function hasQuorum(support: ApiSupport): boolean {
  return supports(support, DESCRIBE_QUORUM);
}

/** The active controller's id, or undefined when none is elected or we may not know. */
export function describeQuorum(support: ApiSupport): ApiCall<number | undefined> {
  return {
    name: 'DescribeQuorum',
    key: DESCRIBE_QUORUM,
    version: pickVersion(support, 'DescribeQuorum', DESCRIBE_QUORUM, [0]),
    flexible: true,
    write: (body) => {
      const partition = (index: number) => body.int32(index).noTags();
      const topic = (name: string) => body.string(name, true).array([0], partition, true).noTags();
      body.array(['__cluster_metadata'], topic, true).noTags();
    },
    read: readLeader,
  };
}

/** Stops after the first partition's leader: nothing behind it is of use. */
function readLeader(body: WireReader): number | undefined {
  if (body.int16() !== 0) return undefined;
  if (body.unsignedVarint() < 2) return undefined;
  body.skipString(true);
  if (body.unsignedVarint() < 2) return undefined;
  body.skip(4);
  if (body.int16() !== 0) return undefined;
  const leader = body.int32();
  return leader >= 0 ? leader : undefined;
}
