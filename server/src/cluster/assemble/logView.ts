import type { PartitionMetadata } from '../api/metadata';
import type { Facts, OffsetTable } from '../collect/facts';
import type { Offset, Unknown } from '../model';

/** What is known of a partition's log, whoever reads it. */
export interface LogView {
  readonly logStart: Offset;
  readonly logEnd: Offset;
  /** Below the end where an open transaction holds it back. */
  readonly stableEnd?: bigint;
  readonly leader?: number;
}

export type LogLookup = (topic: string) => (partition: number) => LogView;

const GONE: Unknown = { unknown: 'topic-deleted', detail: 'The topic has no such partition any more.' };
const UNLISTED: Unknown = { unknown: 'error', detail: 'The cluster does not list the topic.' };
const UNASKED: Unknown = { unknown: 'error', detail: 'The leader left the partition out of its answer.' };

/** Each partition is looked up once, however many groups read it, and they share what was found. */
export function logLookup(facts: Facts): LogLookup {
  const metadata = new Map(facts.metadata.topics.map(({ topic, partitions }) => [topic, partitions]));
  const topics = new Map<string, (partition: number) => LogView>();
  return (topic) => {
    const existing = topics.get(topic);
    if (existing) return existing;
    const views = new Map<number, LogView>();
    for (const partition of metadata.get(topic) ?? []) views.set(partition.partition, logView(facts, topic, partition));
    const reason = metadata.has(topic) ? GONE : (facts.absentTopics.get(topic) ?? UNLISTED);
    const absent: LogView = { logStart: reason, logEnd: reason };
    const lookup = (partition: number) => views.get(partition) ?? absent;
    topics.set(topic, lookup);
    return lookup;
  };
}

function logView(facts: Facts, topic: string, { partition, leader }: PartitionMetadata): LogView {
  const find = (table: OffsetTable) => table.get(topic)?.get(partition) ?? UNASKED;
  const logEnd = find(facts.logEnds);
  const stable = facts.stableEnds.get(topic)?.get(partition);
  const isHeld = typeof stable === 'bigint' && typeof logEnd === 'bigint' && stable < logEnd;
  return {
    logStart: find(facts.logStarts),
    logEnd,
    ...(isHeld && { stableEnd: stable }),
    ...(leader !== undefined && { leader }),
  };
}
