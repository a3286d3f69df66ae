import { type LogEnd, listOffsets } from '../api/listOffsets';
import type { MetadataAnswer } from '../api/metadata';
import type { Brokers } from '../brokers';
import type { Offset, Unknown } from '../model';
import { unknownForCode, unknownForFailure } from '../unknown';
import type { OffsetTable } from './facts';

/** The partitions that some group reads or has read. */
export type WantedPartitions = ReadonlyMap<string, ReadonlySet<number>>;

const NO_LEADER: Unknown = { unknown: 'leader-unreachable', detail: 'The partition has no leader.' };

/** One end of every wanted log, by one request to each leader. Partitions that the cluster does not name stay out. */
export async function collectLogEnds(
  brokers: Brokers,
  metadata: MetadataAnswer,
  end: LogEnd,
  wanted: WantedPartitions,
): Promise<OffsetTable> {
  const table = new Map<string, Map<number, Offset>>();
  const byLeader = groupByLeader(metadata, wanted, (topic, partition) => put(table, topic, partition, NO_LEADER));
  const ask = async ([leader, topics]: readonly [number, ReadonlyMap<string, readonly number[]>]) => {
    try {
      const answer = await brokers.send(leader, (support) => listOffsets(support, end, topics));
      for (const { topic, partitions } of answer) {
        for (const { partition, errorCode, offset } of partitions) {
          put(table, topic, partition, errorCode === 0 ? offset : unknownForCode(errorCode));
        }
      }
    } catch (error) {
      const unknown = unknownForFailure('leader-unreachable', leader, error);
      for (const [topic, partitions] of topics) {
        for (const partition of partitions) put(table, topic, partition, unknown);
      }
    }
  };
  await Promise.all([...byLeader].map(ask));
  return table;
}

function groupByLeader(
  metadata: MetadataAnswer,
  wanted: WantedPartitions,
  onLeaderless: (topic: string, partition: number) => void,
): ReadonlyMap<number, ReadonlyMap<string, readonly number[]>> {
  const byLeader = new Map<number, Map<string, number[]>>();
  for (const { topic, partitions } of metadata.topics) {
    const wantedHere = wanted.get(topic);
    if (!wantedHere) continue;
    for (const { partition, leader } of partitions) {
      if (!wantedHere.has(partition)) continue;
      if (leader === undefined) onLeaderless(topic, partition);
      else within(within(byLeader, leader, newMap<string, number[]>), topic, newList<number>).push(partition);
    }
  }
  return byLeader;
}

function put(table: Map<string, Map<number, Offset>>, topic: string, partition: number, offset: Offset): void {
  within(table, topic, newMap<number, Offset>).set(partition, offset);
}

const newMap = <Key, Value>() => new Map<Key, Value>();
const newList = <Item>(): Item[] => [];

function within<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const created = create();
  map.set(key, created);
  return created;
}
