import { type Api, type BrokerState, HOST, logOf, PORT } from './state';
import { array, bytes, int8, int16, int32, int64, type Reader, string, struct } from './wire';

const LATEST = -1n;
const NO_ERROR = int16(0);

/** Long enough that an idle consumer does not spin, short enough that no test waits for it. */
const IDLE_MS = 5;

type Answer = Buffer | Promise<Buffer | undefined> | undefined;

/** Requests about topics and their messages; undefined for all others, and for a produce request that wants none. */
export function answerLog(state: BrokerState, api: Api, body: Reader): Answer {
  if (api === 'Metadata') return metadata(state, body);
  if (api === 'Produce') return produce(state, body);
  if (api === 'Fetch') return fetch(state, body);
  return api === 'ListOffsets' ? listOffsets(state, body) : undefined;
}

function metadata(state: BrokerState, body: Reader): Buffer {
  const topics = body.array(() => body.string() ?? '');
  const broker = struct(int32(0), string(HOST), int32(PORT), string(null));
  const ids = Array.from({ length: state.partitions }, (_, id) => id);
  const partition = (id: number): Buffer => struct(NO_ERROR, int32(id), int32(0), array([0], int32), array([0], int32));
  const topic = (name: string): Buffer => struct(NO_ERROR, string(name), int8(0), array(ids, partition));
  return struct(
    array([broker], (one) => one),
    int32(0),
    array(topics, topic),
  );
}

/** A produce request, taken apart. */
export function readProduce(body: Reader): {
  readonly transactionalId: string | null;
  readonly acks: number;
  readonly timeout: number;
  readonly topics: readonly {
    readonly topic: string;
    readonly batches: readonly { partition: number; batch: Buffer }[];
  }[];
} {
  const transactionalId = body.string();
  const acks = body.int16();
  const timeout = body.int32();
  const topics = body.array(() => ({
    topic: body.string() ?? '',
    batches: body.array(() => ({ partition: body.int32(), batch: body.bytes() })),
  }));
  return { transactionalId, acks, timeout, topics };
}

function produce(state: BrokerState, body: Reader): Buffer | undefined {
  const { acks, topics } = readProduce(body);
  const answers = topics.map(({ topic, batches }) =>
    struct(
      string(topic),
      array(batches, ({ partition, batch }) =>
        struct(int32(partition), NO_ERROR, int64(logOf(state, topic, partition).append(batch)), int64(-1n)),
      ),
    ),
  );
  if (acks === 0) return undefined;
  return struct(
    array(answers, (answer) => answer),
    int32(0),
  );
}

/** A fetch request, taken apart. */
export function readFetch(body: Reader): {
  readonly maxWait: number;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly isolation: number;
  readonly topics: readonly {
    topic: string;
    partitions: readonly { id: number; offset: bigint; maxBytes: number }[];
  }[];
} {
  body.int32();
  const [maxWait, minBytes, maxBytes, isolation] = [body.int32(), body.int32(), body.int32(), body.int8()];
  const topics = body.array(() => ({
    topic: body.string() ?? '',
    partitions: body.array(() => ({ id: body.int32(), offset: body.int64(), maxBytes: body.int32() })),
  }));
  return { maxWait, minBytes, maxBytes, isolation, topics };
}

async function fetch(state: BrokerState, body: Reader): Promise<Buffer> {
  const { topics } = readFetch(body);
  const found = topics.flatMap(({ topic, partitions }) =>
    partitions.map(({ id, offset }) => ({ topic, id, records: logOf(state, topic, id).from(offset) })),
  );
  if (found.every(({ records }) => records.length === 0)) await new Promise((done) => setTimeout(done, IDLE_MS));
  const partition = ({ topic, id, records }: (typeof found)[number]): Buffer => {
    const end = int64(logOf(state, topic, id).end);
    return struct(int32(id), NO_ERROR, end, end, int32(0), bytes(records));
  };
  const answer = array(topics, ({ topic }) =>
    struct(
      string(topic),
      array(
        found.filter((one) => one.topic === topic),
        partition,
      ),
    ),
  );
  return struct(int32(0), answer);
}

function listOffsets(state: BrokerState, body: Reader): Buffer {
  body.int32();
  return array(
    body.array(() => ({
      topic: body.string() ?? '',
      wanted: body.array(() => ({ partition: body.int32(), timestamp: body.int64() })),
    })),
    ({ topic, wanted }) =>
      struct(
        string(topic),
        array(wanted, ({ partition, timestamp }) => {
          const offset = timestamp === LATEST ? logOf(state, topic, partition).end : 0n;
          return struct(int32(partition), NO_ERROR, int64(-1n), int64(offset));
        }),
      ),
  );
}
