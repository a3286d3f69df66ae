import type { GroupFacts } from '../collect/facts';
import type { GroupMember, GroupSnapshot, GroupState, Offset, PartitionLag, TopicLag, Unknown } from '../model';
import { isKnown, unknownForCode } from '../unknown';
import { type Committed, type CommittedTable, committedOffsets, offsetsFailure } from './committed';
import { lagOf, sumOfTotals, totalOfPartitions } from './lag';
import type { LogLookup } from './logView';
import { hasSameItems, isSamePartition, reuseGroup } from './reuse';

/** One group as it is now; what did not change since `previous` is the same object. */
export function assembleGroup(facts: GroupFacts, logs: LogLookup, previous: GroupSnapshot | undefined): GroupSnapshot {
  const { listed, coordinator, described } = facts;
  const failure = describeFailure(facts);
  const members = described && 'members' in described ? described.members : [];
  const committed = committedOffsets(facts, members, previous);
  const topics = assembleTopics(committed, owners(members), logs, previous);
  const problem = failure ?? offsetsFailure(facts);
  return reuseGroup(previous, {
    groupId: listed.groupId,
    state: stateOf(facts),
    protocol: protocolOf(facts),
    coordinator,
    members,
    ...((failure || !described) && { membersUnknown: true }),
    topics,
    total: sumOfTotals(topics.map(({ total }) => total)),
    ...(problem && { problem }),
  });
}

function describeFailure({ described }: GroupFacts): Unknown | undefined {
  if (described === undefined) return undefined;
  if ('unknown' in described) return described;
  return described.errorCode === 0 ? undefined : unknownForCode(described.errorCode);
}

const STATES: ReadonlySet<string> = new Set<GroupState>([
  'Stable',
  'Empty',
  'Dead',
  'PreparingRebalance',
  'CompletingRebalance',
  'Assigning',
  'Reconciling',
]);

function stateOf({ described, listed }: GroupFacts): GroupState {
  const told = described && 'state' in described && described.errorCode === 0 ? described.state : listed.state;
  return isGroupState(told) ? told : 'Unknown';
}

function isGroupState(state: string | undefined): state is GroupState {
  return state !== undefined && STATES.has(state);
}

/** Brokers that tell no type are older than any protocol but the classic. */
function protocolOf({ listed: { type } }: GroupFacts): GroupSnapshot['protocol'] {
  if (type === undefined) return 'classic';
  return type === 'classic' || type === 'consumer' || type === 'streams' || type === 'share' ? type : 'unknown';
}

/** Of a topic that the user may not see, Kafka leaves the commits out as if there were none. */
function isHidden(committed: Offset, logEnd: Offset): boolean {
  if (isKnown(committed) || isKnown(logEnd)) return false;
  return committed.unknown === 'no-commit' && logEnd.unknown === 'unauthorised';
}

type Owners = ReadonlyMap<string, ReadonlyMap<number, string>>;

function owners(members: readonly GroupMember[]): Owners {
  const byTopic = new Map<string, Map<number, string>>();
  for (const { memberId, assigned } of members) {
    for (const { topic, partitions } of assigned) {
      const owned = byTopic.get(topic) ?? new Map<number, string>();
      byTopic.set(topic, owned);
      for (const partition of partitions) owned.set(partition, memberId);
    }
  }
  return byTopic;
}

function assembleTopics(
  committed: CommittedTable,
  owned: Owners,
  logs: LogLookup,
  previous: GroupSnapshot | undefined,
): readonly TopicLag[] {
  const old = new Map(previous?.topics.map((topic) => [topic.topic, topic]));
  return [...committed]
    .map(([topic, offsets]) => assembleTopic(topic, offsets, owned.get(topic), logs(topic), old.get(topic)))
    .sort((one, other) => (one.topic < other.topic ? -1 : 1));
}

/** Kafka 4.1 does not count what a share group has settled behind its first open offset. */
const UNCOUNTED: Unknown = { unknown: 'error', detail: 'This broker does not count the lag of share groups.' };

function sharedLag({ offset, waiting }: Committed, { logStart, logEnd }: ReturnType<ReturnType<LogLookup>>): Offset {
  if (waiting !== undefined) return waiting;
  if (!isKnown(offset)) return lagOf(offset, logStart, logEnd);
  return offset === logEnd ? 0n : UNCOUNTED;
}

function assembleTopic(
  topic: string,
  offsets: readonly Committed[],
  owned: ReadonlyMap<number, string> | undefined,
  logs: ReturnType<LogLookup>,
  old: TopicLag | undefined,
): TopicLag {
  const partitions = offsets.map((committed, index): PartitionLag => {
    const { partition, offset: told } = committed;
    const log = logs(partition);
    const offset = isHidden(told, log.logEnd) ? log.logEnd : told;
    const memberId = owned?.get(partition);
    const before = old?.partitions[index];
    const lag = 'waiting' in committed ? sharedLag(committed, log) : lagOf(offset, log.logStart, log.logEnd);
    if (before && isSamePartition(before, partition, { offset, lag }, log, memberId)) return before;
    const { logStart, logEnd, stableEnd, leader } = log;
    return {
      topic,
      partition,
      committed: offset,
      logStart,
      logEnd,
      ...(stableEnd !== undefined && { stableEnd }),
      lag,
      ...(leader !== undefined && { leader }),
      ...(memberId !== undefined && { memberId }),
    };
  });
  if (old && hasSameItems(old.partitions, partitions)) return old;
  return { topic, partitions, total: totalOfPartitions(partitions) };
}
