import type { GroupFacts } from '../collect/facts';
import type { GroupMember, GroupSnapshot, GroupState, Offset, PartitionLag, TopicLag, Unknown } from '../model';
import { unknownForCode } from '../unknown';
import { committedOffsets, offsetsFailure } from './committed';
import { lagOf, sumOfTotals, totalOfPartitions } from './lag';
import type { LogLookup } from './logView';
import { reuseGroup, reusePartition, reuseTopic } from './reuse';

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
  return type === 'classic' || type === 'consumer' || type === 'streams' ? type : 'unknown';
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
  committed: ReadonlyMap<string, ReadonlyMap<number, Offset>>,
  owned: Owners,
  logs: LogLookup,
  previous: GroupSnapshot | undefined,
): readonly TopicLag[] {
  const old = new Map(previous?.topics.map((topic) => [topic.topic, topic]));
  return [...committed]
    .map(([topic, offsets]) => assembleTopic(topic, offsets, owned.get(topic), logs, old.get(topic)))
    .sort((one, other) => (one.topic < other.topic ? -1 : 1));
}

function assembleTopic(
  topic: string,
  offsets: ReadonlyMap<number, Offset>,
  owned: ReadonlyMap<number, string> | undefined,
  logs: LogLookup,
  old: TopicLag | undefined,
): TopicLag {
  const partitions = [...offsets]
    .sort(([one], [other]) => one - other)
    .map(([partition, committed], index): PartitionLag => {
      const log = logs(topic, partition);
      const memberId = owned?.get(partition);
      const fresh = {
        topic,
        partition,
        committed,
        ...log,
        lag: lagOf(committed, log.logEnd),
        ...(memberId !== undefined && { memberId }),
      };
      const before = old?.partitions[index];
      return reusePartition(before?.partition === partition ? before : undefined, fresh);
    });
  return reuseTopic(old, { topic, partitions, total: totalOfPartitions(partitions) });
}
