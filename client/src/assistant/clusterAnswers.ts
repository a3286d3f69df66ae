import type { GroupSnapshot, LagTotal, PartitionLag } from '../../../server/src/cluster/model';
import type { ClusterView } from '../sidebar/clusterView';

/** So many groups and partitions an answer has at the most: an assistant reads all of it, and pays for it. */
const MOST = 50;

export interface LagQuestion {
  readonly cluster?: string;
  readonly group?: string;
}

/** Consumer lag of the connected clusters, as JSON: the highest first, and one group's by partition. */
export function consumerLag(views: readonly ClusterView[], { cluster, group }: LagQuestion): string {
  const asked = views.filter(({ name }) => cluster === undefined || name === cluster);
  const answer = asked.map(({ name, connection, snapshot, staleMs, failure }) => {
    const groups = (snapshot?.groups ?? []).filter(({ groupId }) => group === undefined || groupId === group);
    const highestFirst = groups.toSorted((a, b) => Number(b.total.lag - a.total.lag)).slice(0, MOST);
    return {
      cluster: name,
      connection,
      ...(failure && { failure: failure.message }),
      ...(snapshot && { takenAt: new Date(snapshot.takenAt).toISOString() }),
      ...(staleMs !== undefined && { secondsOverdue: Math.round(staleMs / 1000) }),
      groups: highestFirst.map((one) => describeGroup(one, group !== undefined)),
      omittedGroups: groups.length - highestFirst.length,
    };
  });
  return JSON.stringify(answer.length > 0 ? answer : noCluster(cluster));
}

/** Brokers and unhealthy partitions of the connected clusters, as JSON. */
export function clusterFacts(views: readonly ClusterView[], cluster: string | undefined): string {
  const asked = views.filter(({ name }) => cluster === undefined || name === cluster);
  const answer = asked.map(({ name, connection, snapshot, bootstrapServers }) => ({
    cluster: name,
    connection,
    bootstrapServers,
    ...(snapshot && {
      kafkaVersion: snapshot.kafkaVersion ?? null,
      controllerId: snapshot.controllerId ?? null,
      brokers: snapshot.brokers.slice(0, MOST),
      unhealthyPartitions: snapshot.unhealthy.slice(0, MOST),
      omittedUnhealthyPartitions: Math.max(0, snapshot.unhealthy.length - MOST),
      problems: snapshot.problems,
    }),
  }));
  return JSON.stringify(answer.length > 0 ? answer : noCluster(cluster));
}

function noCluster(cluster: string | undefined): { error: string } {
  const which = cluster === undefined ? 'No cluster has been added' : `There is no cluster named ${cluster}`;
  return { error: `${which}. The user adds one with the command "Kafka Lint: Add a Cluster".` };
}

function describeGroup(
  { groupId, state, members, membersUnknown, topics, total, problem }: GroupSnapshot,
  all: boolean,
) {
  const partitions = topics.flatMap((topic) => topic.partitions);
  return {
    group: groupId,
    state,
    members: membersUnknown ? null : members.length,
    ...describeTotal(total),
    topics: topics.map((topic) => ({ topic: topic.topic, ...describeTotal(topic.total) })),
    ...(all && { partitions: partitions.slice(0, MOST).map(describePartition) }),
    ...(problem && { unknown: problem.unknown }),
  };
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
