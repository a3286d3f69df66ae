import type { ClusterSnapshot, GroupSnapshot, LagTotal, PartitionLag, TopicLag } from '../model';
import type { GroupTrend } from '../trend/trends';
import { MOST } from './most';

/** With every group only those topics that lag most; with one group, so many as everything else. */
const MOST_TOPICS_OF_MANY = 5;

/** A snapshot with what it and those before it tell together. */
export interface LagSeen {
  readonly snapshot: ClusterSnapshot;
  trendOf(groupId: string): GroupTrend;
}

/** The lag of each consumer group for an assistant, the highest first, and that of one group by partition too. */
export function lagAnswer({ snapshot, trendOf }: LagSeen, group: string | undefined) {
  const asked = snapshot.groups.filter(({ groupId }) => group === undefined || groupId === group);
  const shown = asked.toSorted((a, b) => Number(b.total.lag - a.total.lag)).slice(0, MOST);
  const describe = group === undefined ? describeGroup : describeWholeGroup;
  return {
    takenAt: new Date(snapshot.takenAt).toISOString(),
    groups: shown.map((one) => describe(one, trendOf(one.groupId))),
    omittedGroups: asked.length - shown.length,
    problems: snapshot.problems.slice(0, MOST),
  };
}

function describeGroup(group: GroupSnapshot, trend: GroupTrend, mostTopics = MOST_TOPICS_OF_MANY) {
  const { groupId, state, members, membersUnknown, topics, total, problem } = group;
  const shown = byLag(topics, ({ total }) => total.lag).slice(0, mostTopics);
  return {
    group: groupId,
    state,
    members: membersUnknown ? null : members.length,
    status: trend.status ?? null,
    ...describeTotal(total),
    topics: shown.map((topic) => ({ topic: topic.topic, ...describeTotal(topic.total) })),
    omittedTopics: topics.length - shown.length,
    ...(problem && { unknown: problem.unknown }),
  };
}

function describeWholeGroup(group: GroupSnapshot, trend: GroupTrend) {
  const all = group.topics.flatMap(({ partitions }: TopicLag) => partitions);
  const shown = byLag(all, ({ lag }) => (typeof lag === 'bigint' ? lag : -1n)).slice(0, MOST);
  return {
    ...describeGroup(group, trend, MOST),
    partitions: shown.map(describePartition),
    omittedPartitions: all.length - shown.length,
  };
}

function byLag<T>(all: readonly T[], lagOf: (one: T) => bigint): readonly T[] {
  return all.toSorted((a, b) => Number(lagOf(b) - lagOf(a)));
}

/** Lag in messages; unknown partitions are counted beside it and never as 0. */
function describeTotal({ lag, knownPartitions, unknownPartitions }: LagTotal) {
  return { lag: knownPartitions > 0 ? String(lag) : null, unknownPartitions };
}

function describePartition({ topic, partition, committed, logEnd, lag, memberId }: PartitionLag) {
  const told = [committed, logEnd, lag].map((one) => (typeof one === 'bigint' ? String(one) : one.unknown));
  const [committedOffset, logEndOffset, partitionLag] = told;
  return { topic, partition, committedOffset, logEndOffset, lag: partitionLag, ...(memberId && { memberId }) };
}
