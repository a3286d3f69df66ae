import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion } from './call';

/** Kafka's stand-ins for a time: the end of the log, and its start. `stable` is the end that open transactions leave. */
const TIMESTAMP = { latest: -1n, stable: -1n, earliest: -2n } as const;
export type LogEnd = keyof typeof TIMESTAMP;

const [READ_UNCOMMITTED, READ_COMMITTED] = [0, 1];

export interface PartitionOffset {
  readonly partition: number;
  readonly errorCode: number;
  readonly offset: bigint;
}

export interface TopicOffsets {
  readonly topic: string;
  readonly partitions: readonly PartitionOffset[];
}

/**
 * One end of many logs at once, asked of their leader: the latest offset is the high watermark, as a consumer with
 * isolation level read_uncommitted sees it, the stable one that of read_committed, which an open transaction holds back.
 */
export function listOffsets(
  support: ApiSupport,
  end: LogEnd,
  topics: ReadonlyMap<string, readonly number[]>,
): ApiCall<readonly TopicOffsets[]> {
  const version = pickVersion(support, 'ListOffsets', 2, [5, 2]);
  const hasEpoch = version >= 4;
  return {
    name: 'ListOffsets',
    key: 2,
    version,
    flexible: false,
    write: (body) => {
      body.int32(-1).int8(end === 'stable' ? READ_COMMITTED : READ_UNCOMMITTED);
      body.array([...topics], ([topic, partitions]) => {
        body.string(topic).array(partitions, (partition) => {
          body.int32(partition);
          if (hasEpoch) body.int32(-1);
          body.int64(TIMESTAMP[end]);
        });
      });
    },
    read: (body) => {
      body.skip(4);
      return body.array(() => ({
        topic: body.string(),
        partitions: body.array(() => readPartition(body, hasEpoch)),
      }));
    },
  };
}

function readPartition(body: WireReader, hasEpoch: boolean): PartitionOffset {
  const partition = body.int32();
  const errorCode = body.int16();
  body.skip(8);
  const offset = body.int64();
  if (hasEpoch) body.skip(4);
  return { partition, errorCode, offset };
}
