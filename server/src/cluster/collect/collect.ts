import type { ListedGroup } from '../api/listGroups';
import { type MetadataAnswer, metadata as metadataCall } from '../api/metadata';
import type { Brokers } from '../brokers';
import type { ExplainedError } from '../explain/errorFacts';
import type { Offset } from '../model';
import { isKnown } from '../unknown';
import { collectExtra } from './extras';
import type { Facts, GroupFacts, OffsetTable } from './facts';
import { collectGroups, collectListed, type ListedGroups } from './groups';
import { collectLogEnds, type WantedPartitions } from './logs';
import type { Memory } from './memory';
import { collectVanished } from './vanished';
import { stuckPartitions, wantedPartitions } from './wanted';

/** Every how many refreshes the log starts, which move with retention only, are asked for again. */
const LOG_STARTS_EVERY = 6;
/** The same of the ends that open transactions leave, while a reader stands still. */
const STABLE_ENDS_EVERY = 6;

/**
 * One refresh's requests. With B brokers and G groups these are at most 4 B + G + 2, however many partitions there are:
 * one Metadata, one rare question more, ListGroups and both ends of the logs once a broker, the descriptions of classic and
 * of KIP-848 groups once a coordinator that has such, and OffsetFetch once a coordinator, or once a group before Kafka 3.0.
 * Rejects only when no broker answers, or none of those that the cluster names; every other failure is a fact of its own.
 */
export async function collect(brokers: Brokers, memory: Memory): Promise<Facts> {
  memory.refreshes += 1;
  brokers.startRefresh();
  const { metadata, listed } = await collectFrame(brokers);
  brokers.requireOne();
  const [groups, vanished] = await Promise.all([
    collectAllGroups(brokers, listed),
    collectVanished(brokers, listed, memory),
  ]);
  const wanted = wantedPartitions(groups, memory.wholeTopics ? metadata.topics : []);
  const stuck = stuckPartitions(groups, memory.previous);
  const [logEnds] = await Promise.all([
    collectLogEnds(brokers, metadata, 'latest', wanted),
    collectRareEnds(brokers, metadata, { wanted, stuck }, memory),
    collectExtra(brokers, metadata, wanted, memory),
  ]);
  return {
    metadata,
    wholeTopics: memory.wholeTopics,
    groups,
    unlisted: listed.unlisted,
    vanished,
    omitted: listed.omitted,
    logEnds,
    logStarts: memory.logStarts,
    stableEnds: memory.stableEnds,
    absentTopics: memory.absentTopics,
    minInSyncReplicas: memory.minInSyncReplicas,
    ...(memory.controllerId !== undefined && { controllerId: memory.controllerId }),
    brokerFailures: brokerFailures(brokers),
    supports: brokers.nodes.flatMap(({ id }) => brokers.supportOf(id) ?? []),
  };
}

/** The partitions of the topic of groups that have no coordinator now. */
export function leaderlessOffsets({ topics }: MetadataAnswer): readonly number[] {
  const offsets = topics.find(({ topic }) => topic === '__consumer_offsets');
  return (offsets?.partitions ?? []).flatMap(({ partition, leader }) => (leader === undefined ? [partition] : []));
}

/** Which brokers and topics there are, and which groups; the groups are asked of the known brokers at the same time. */
async function collectFrame(brokers: Brokers): Promise<{ metadata: MetadataAnswer; listed: ListedGroups }> {
  const known = brokers.nodes.map(({ id }) => id);
  const [metadata, early] = await Promise.all([brokers.sendToAny(metadataCall), collectListed(brokers, known)]);
  brokers.update(metadata.brokers);
  const added = metadata.brokers.map(({ id }) => id).filter((id) => !known.includes(id));
  const late = await collectListed(brokers, added);
  const present = new Set(metadata.brokers.map(({ id }) => id));
  const unlisted = [...early.unlisted, ...late.unlisted].filter(([id]) => present.has(id));
  const groups = new Map([...early.groups, ...late.groups]);
  const omitted = new Map([...early.omitted, ...late.omitted]);
  return { metadata, listed: { groups, unlisted: new Map(unlisted), omitted } };
}

async function collectAllGroups(brokers: Brokers, { groups }: ListedGroups): Promise<readonly GroupFacts[]> {
  const byCoordinator = groupByCoordinator(groups);
  const collected = await Promise.all(
    [...byCoordinator].map(([coordinator, listed]) => collectGroups(brokers, coordinator, listed)),
  );
  return collected.flat();
}

function groupByCoordinator(groups: ListedGroups['groups']): ReadonlyMap<number, readonly ListedGroup[]> {
  const byCoordinator = new Map<number, ListedGroup[]>();
  for (const { listed, coordinator } of groups.values()) {
    const siblings = byCoordinator.get(coordinator);
    if (siblings) siblings.push(listed);
    else byCoordinator.set(coordinator, [listed]);
  }
  return byCoordinator;
}

/**
 * The log starts, or else, of the logs whose reader stands still, the ends that open transactions leave: one request more
 * to each leader, and not every time.
 */
async function collectRareEnds(
  brokers: Brokers,
  metadata: MetadataAnswer,
  { wanted, stuck }: { readonly wanted: WantedPartitions; readonly stuck: WantedPartitions },
  memory: Memory,
): Promise<void> {
  if (memory.refreshes % LOG_STARTS_EVERY === 1 || lacksAny(memory.logStarts, metadata, wanted)) {
    memory.logStarts = await collectLogEnds(brokers, metadata, 'earliest', wanted);
    return;
  }
  const isDue = memory.refreshes - memory.stableAskedAt >= STABLE_ENDS_EVERY;
  if (stuck.size > 0 && !isDue && !lacksAny(memory.stableEnds, metadata, stuck)) return;
  memory.stableAskedAt = memory.refreshes;
  memory.stableEnds = stuck.size === 0 ? new Map() : await collectLogEnds(brokers, metadata, 'stable', stuck);
}

function lacksAny(table: OffsetTable, metadata: MetadataAnswer, wanted: WantedPartitions): boolean {
  return metadata.topics.some(({ topic, partitions }) => {
    const wantedHere = wanted.get(topic);
    if (!wantedHere) return false;
    const known = table.get(topic);
    return partitions.some(({ partition }) => wantedHere.has(partition) && !isKnownAt(known, partition));
  });
}

function isKnownAt(known: ReadonlyMap<number, Offset> | undefined, partition: number): boolean {
  const offset = known?.get(partition);
  return offset !== undefined && isKnown(offset);
}

function brokerFailures(brokers: Brokers): ReadonlyMap<number, ExplainedError> {
  const failures = brokers.nodes.flatMap(({ id }): [number, ExplainedError][] => {
    const failure = brokers.explainFailure(id);
    return failure ? [[id, failure]] : [];
  });
  return new Map(failures);
}
