import { type Api, type BrokerState, HOST, PORT } from './state';
import { array, bytes, int16, int32, int64, type Reader, string, struct } from './wire';

const NO_ERROR = int16(0);
const MEMBER = 'member';
const PRODUCER_ID = 1000n;

/** Requests about groups with one member, and about producers; undefined for all others. */
export function answerGroup(state: BrokerState, api: Api, body: Reader): Buffer | undefined {
  if (api === 'FindCoordinator') {
    return struct(int32(0), NO_ERROR, string(null), int32(0), string(HOST), int32(PORT));
  }
  if (api === 'JoinGroup') return joinGroup(body);
  if (api === 'SyncGroup') return syncGroup(body);
  if (api === 'Heartbeat' || api === 'LeaveGroup') return NO_ERROR;
  if (api === 'OffsetCommit') return offsetCommit(state, body);
  if (api === 'OffsetFetch') return offsetFetch(state, body);
  return api === 'InitProducerId' ? struct(int32(0), NO_ERROR, int64(PRODUCER_ID), int16(0)) : undefined;
}

/** A request to join a group, taken apart. */
export function readJoinGroup(body: Reader): {
  readonly sessionTimeout: number;
  readonly rebalanceTimeout: number;
  readonly protocols: readonly { readonly name: string; readonly metadata: Buffer }[];
} {
  body.string();
  const [sessionTimeout, rebalanceTimeout] = [body.int32(), body.int32()];
  body.string();
  body.string();
  const protocols = body.array(() => ({ name: body.string() ?? '', metadata: body.bytes() }));
  return { sessionTimeout, rebalanceTimeout, protocols };
}

/** The one member leads, and so shares out the partitions itself. */
function joinGroup(body: Reader): Buffer {
  const [{ name, metadata } = { name: '', metadata: Buffer.alloc(0) }] = readJoinGroup(body).protocols;
  const members = array([metadata], (one) => struct(string(MEMBER), bytes(one)));
  return struct(NO_ERROR, int32(1), string(name), string(MEMBER), string(MEMBER), members);
}

function syncGroup(body: Reader): Buffer {
  body.string();
  body.int32();
  body.string();
  const [assignment = Buffer.alloc(0)] = body.array(() => {
    body.string();
    return body.bytes();
  });
  return struct(NO_ERROR, bytes(assignment));
}

/** A request to commit offsets, taken apart. */
export function readOffsetCommit(body: Reader): readonly { topic: string; partition: number; offset: bigint }[] {
  body.string();
  body.int32();
  body.string();
  body.int64();
  return body
    .array(() => {
      const topic = body.string() ?? '';
      return body.array(() => {
        const commit = { topic, partition: body.int32(), offset: body.int64() };
        body.string();
        return commit;
      });
    })
    .flat();
}

function offsetCommit(state: BrokerState, body: Reader): Buffer {
  const commits = readOffsetCommit(body);
  for (const { topic, partition, offset } of commits) state.committed.set(`${topic} ${partition}`, offset);
  return array(commits, ({ topic, partition }) =>
    struct(
      string(topic),
      array([partition], (one) => struct(int32(one), NO_ERROR)),
    ),
  );
}

function offsetFetch(state: BrokerState, body: Reader): Buffer {
  body.string();
  const topics = body.array(() => ({ topic: body.string() ?? '', partitions: body.array(() => body.int32()) }));
  return array(topics, ({ topic, partitions }) =>
    struct(
      string(topic),
      array(partitions, (partition) =>
        struct(int32(partition), int64(state.committed.get(`${topic} ${partition}`) ?? -1n), string(''), NO_ERROR),
      ),
    ),
  );
}
