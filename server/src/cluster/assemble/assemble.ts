import { leaderlessOffsets } from '../collect/collect';
import type { Facts } from '../collect/facts';
import type { BrokerInfo, ClusterSnapshot, GroupSnapshot, TopicSnapshot, Unknown } from '../model';
import { assembleGroup } from './group';
import { kafkaVersion } from './kafkaVersion';
import { type LogLookup, logLookup } from './logView';
import { unhealthyPartitions } from './unhealthy';

/** What Kafka told, as a snapshot; what did not change since `previous` is the same object. */
export function assemble(facts: Facts, previous: ClusterSnapshot | undefined, takenAt: number): ClusterSnapshot {
  const { clusterId, topics } = facts.metadata;
  const version = kafkaVersion(facts.supports);
  const logs = logLookup(facts);
  return {
    ...(clusterId !== undefined && { clusterId }),
    takenAt,
    brokers: assembleBrokers(facts),
    ...(facts.controllerId !== undefined && { controllerId: facts.controllerId }),
    ...(version !== undefined && { kafkaVersion: version }),
    groups: assembleGroups(facts, logs, previous),
    unhealthy: unhealthyPartitions(topics, facts.minInSyncReplicas),
    ...(facts.wholeTopics && { topics: assembleTopics(facts, logs) }),
    problems: problems(facts),
  };
}

function assembleBrokers({ metadata, controllerId, brokerFailures }: Facts): readonly BrokerInfo[] {
  return metadata.brokers
    .map((node) => {
      const problem = brokerFailures.get(node.id)?.message;
      return { ...node, isController: node.id === controllerId, ...(problem !== undefined && { problem }) };
    })
    .sort((one, other) => one.id - other.id);
}

function assembleTopics({ metadata }: Facts, logs: LogLookup): readonly TopicSnapshot[] {
  return metadata.topics.map(({ topic, isInternal, partitions }) => {
    const log = logs(topic);
    const assembled = partitions.map(({ partition, leader, replicas, inSyncReplicas }) => {
      const { logStart, logEnd } = log(partition);
      return { partition, ...(leader !== undefined && { leader }), replicas, inSyncReplicas, logStart, logEnd };
    });
    return { topic, isInternal, partitions: assembled };
  });
}

function assembleGroups(
  facts: Facts,
  logs: LogLookup,
  previous: ClusterSnapshot | undefined,
): readonly GroupSnapshot[] {
  const old = new Map(previous?.groups.map((group) => [group.groupId, group]));
  const present = facts.groups.map((group) => assembleGroup(group, logs, old.get(group.listed.groupId)));
  const listed = new Set(present.map(({ groupId }) => groupId));
  const kept = [...old.values()].flatMap((group) => {
    const told = group.coordinator === undefined ? undefined : facts.unlisted.get(group.coordinator);
    const reason = told ?? facts.vanished.get(group.groupId);
    return reason && !listed.has(group.groupId) ? [keepUnlisted(group, reason, logs)] : [];
  });
  return [...present, ...kept].sort((one, other) => (one.groupId < other.groupId ? -1 : 1));
}

/** A group whose coordinator cannot be asked has not gone: it stays on show, and says that nothing is known of it now. */
function keepUnlisted(group: GroupSnapshot, reason: Unknown, logs: LogLookup): GroupSnapshot {
  const { groupId, protocol, coordinator = -1 } = group;
  const listed = {
    groupId,
    protocolType: protocol === 'share' ? 'share' : 'consumer',
    ...(protocol !== 'unknown' && { type: protocol }),
  };
  return assembleGroup({ listed, coordinator, described: reason, offsets: reason }, logs, group);
}

function problems(facts: Facts): readonly string[] {
  const { metadata, brokerFailures, unlisted, omitted } = facts;
  const alive = new Set(metadata.brokers.map(({ id }) => id));
  const replicas = metadata.topics.flatMap(({ partitions }) => partitions.flatMap((partition) => partition.replicas));
  const gone = [...new Set(replicas)].filter((id) => !alive.has(id)).sort((one, other) => one - other);
  const missing = 'Groups that it coordinates may be missing.';
  const leaderless = leaderlessOffsets(metadata).length;
  return [
    ...(leaderless > 0
      ? [`${leaderless} partitions of __consumer_offsets have no leader: their groups cannot be listed.`]
      : []),
    ...gone.map((id) => `Broker ${id} is down: it holds replicas and is not part of the cluster now.`),
    ...[...brokerFailures].map(([id, { message, whatToDo }]) =>
      [`Broker ${id} cannot be asked: ${message}`, whatToDo, unlisted.has(id) ? missing : ''].filter(Boolean).join(' '),
    ),
    ...[...unlisted]
      .filter(([id]) => !brokerFailures.has(id))
      .map(([id, { detail }]) => `Broker ${id} does not tell its groups (${detail ?? 'no reason given'}). ${missing}`),
    ...[...omitted].map(([id, count]) => `Broker ${id} names more groups than are shown here: ${count} are left out.`),
  ];
}
