import type { PartitionMetadata } from '../api/metadata';
import type { Facts, OffsetTable } from '../collect/facts';
import type { Offset, Unknown } from '../model';

/** What is known of a partition's log, whoever reads it. */
export interface LogView {
  readonly logStart: Offset;
  readonly logEnd: Offset;
  readonly leader?: number;
}

export type LogLookup = (topic: string, partition: number) => LogView;

const GONE: Unknown = { unknown: 'topic-deleted', detail: 'The topic has no such partition any more.' };
const UNLISTED: Unknown = { unknown: 'error', detail: 'The cluster does not list the topic.' };
const UNASKED: Unknown = { unknown: 'error', detail: 'The leader left the partition out of its answer.' };

export function logLookup(facts: Facts): LogLookup {
  const topics = new Map(facts.metadata.topics.map(({ topic, partitions }) => [topic, byPartition(partitions)]));
  const find = (table: OffsetTable, topic: string, partition: number) => table.get(topic)?.get(partition) ?? UNASKED;
  return (topic, partition) => {
    const present = topics.get(topic);
    const metadata = present?.get(partition);
    if (!metadata) {
      const reason = present ? GONE : (facts.absentTopics.get(topic) ?? UNLISTED);
      return { logStart: reason, logEnd: reason };
    }
    const { leader } = metadata;
    return {
      logStart: find(facts.logStarts, topic, partition),
      logEnd: find(facts.logEnds, topic, partition),
      ...(leader !== undefined && { leader }),
    };
  };
}

function byPartition(partitions: readonly PartitionMetadata[]): ReadonlyMap<number, PartitionMetadata> {
  return new Map(partitions.map((metadata) => [metadata.partition, metadata]));
}
