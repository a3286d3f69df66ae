import type { GroupMember } from '../model';
import { WireReader } from '../wire/reader';

/** What a classic consumer's leader assigned to a member; nothing while the group rebalances or when it is not ours to read. */
export function readAssignment(bytes: Buffer): GroupMember['assigned'] {
  if (bytes.length < 6) return [];
  const body = new WireReader(bytes);
  try {
    body.skip(2);
    return body.array(() => ({ topic: body.string(), partitions: body.int32s() }));
  } catch (error) {
    // The bytes are the client's, not Kafka's: an assignor of somebody's own may write what it likes.
    if (error instanceof RangeError) return [];
    throw error;
  }
}
