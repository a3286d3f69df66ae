import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion } from './call';

/** Kafka's stand-ins for a time: the end of the log, and its start. */
const TIMESTAMP = { latest: -1n, earliest: -2n } as const;
export type LogEnd = keyof typeof TIMESTAMP;

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
 * One end of many logs at once, asked of their leader, as a consumer with isolation level read_uncommitted sees it: the
 * latest offset is the high watermark, not the last stable offset that an open transaction holds back.
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
      body.int32(-1).int8(0);
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
