import { lostOf } from '../../cluster/assemble/lag';
import { formatAddress } from '../../cluster/link';
import type { GroupSnapshot, Offset, PartitionLag, TopicPartition, TopicSnapshot } from '../../cluster/model';
import type { LagReading } from './lagReading';

/** One number of a family, with its labels. */
export type Sample = readonly [labels: Readonly<Record<string, string | number>>, value: bigint | number];

/** Each is a gauge. */
export interface Family {
  readonly name: string;
  readonly help: string;
  samples(reading: LagReading): Iterable<Sample>;
}

/**
 * Names and labels are those of kafka_exporter, whose dashboards and alerts so go on working; what it does not have begins
 * with `kafka_lint_`. What is unknown has no sample: kafka_exporter's -1 for a partition without a commit is none here.
 */
export const FAMILIES: readonly Family[] = [
  gauge('kafka_brokers', 'Brokers of the cluster.', ({ snapshot }) => [[{}, snapshot.brokers.length]]),
  gauge('kafka_broker_info', 'A broker and its address.', ({ snapshot }) =>
    snapshot.brokers.map(({ id, host, port }): Sample => [{ id, address: formatAddress({ host, port }) }, 1]),
  ),
  gauge('kafka_topic_partitions', 'Partitions of the topic.', ({ snapshot }) =>
    (snapshot.topics ?? []).map(({ topic, partitions }): Sample => [{ topic }, partitions.length]),
  ),
  ofPartitions('current_offset', 'End of the log: the high watermark.', ({ logEnd }) => known(logEnd)),
  ofPartitions('oldest_offset', 'Start of the log.', ({ logStart }) => known(logStart)),
  ofPartitions('leader', 'Broker that leads the partition.', ({ leader }) => leader),
  ofPartitions('replicas', 'Replicas of the partition.', ({ replicas }) => replicas.length),
  ofPartitions('in_sync_replica', 'Replicas that are in sync.', ({ inSyncReplicas }) => inSyncReplicas.length),
  ofPartitions('leader_is_preferred', '1 if the preferred replica leads.', ({ leader, replicas }) =>
    leader !== undefined && leader === replicas[0] ? 1 : 0,
  ),
  ofPartitions(
    'under_replicated_partition',
    '1 if a replica is not in sync.',
    ({ inSyncReplicas, replicas }: TopicPartition) => (inSyncReplicas.length < replicas.length ? 1 : 0),
  ),
  gauge('kafka_consumergroup_members', 'Members of the group.', ({ groups }) =>
    groups.flatMap(({ groupId, members, membersUnknown }): Sample[] =>
      membersUnknown ? [] : [[{ consumergroup: groupId }, members.length]],
    ),
  ),
  ofGroups('current_offset', 'Committed offset of the group.', ({ committed }) => known(committed)),
  ofGroups('lag', 'Messages between the committed offset and the end of the log.', ({ committed, lag }) =>
    typeof committed === 'bigint' ? known(lag) : undefined,
  ),
  ofTopics('current_offset_sum', 'Sum of the committed offsets in the topic.', ({ committed }) => committed),
  ofTopics('lag_sum', 'Sum of the lag in the topic; none while a part of it is unknown.', ({ lag }) => lag),
  gauge('kafka_lint_consumergroup_status', 'State of the group, told by its label status.', ({ groups, trendOf }) =>
    groups.flatMap(({ groupId }): Sample[] => {
      const { status } = trendOf(groupId);
      return status ? [[{ consumergroup: groupId, status }, 1]] : [];
    }),
  ),
  gauge('kafka_lint_consumergroup_unknown_partitions', 'Partitions whose lag is not known.', ({ groups }) =>
    groups.map(({ groupId, total }): Sample => [{ consumergroup: groupId }, total.unknownPartitions]),
  ),
  gauge('kafka_lint_consumergroup_lost_records', 'Records that expired before the group read them.', ({ groups }) =>
    eachPartition(groups, (partition) => lostOf(partition) || undefined),
  ),
];

function gauge(name: string, help: string, samples: Family['samples']): Family {
  return { name, help, samples };
}

function* topicPartitions(
  topics: readonly TopicSnapshot[],
  numberOf: (one: TopicPartition) => Value,
): Iterable<Sample> {
  for (const { topic, partitions } of topics) {
    for (const partition of partitions) {
      const value = numberOf(partition);
      if (value !== undefined) yield [{ topic, partition: partition.partition }, value];
    }
  }
}

type Value = bigint | number | undefined;

function ofPartitions(name: string, help: string, numberOf: (one: TopicPartition) => Value): Family {
  return gauge(`kafka_topic_partition_${name}`, help, ({ snapshot }) =>
    topicPartitions(snapshot.topics ?? [], numberOf),
  );
}

function ofGroups(name: string, help: string, numberOf: (one: PartitionLag) => Value): Family {
  return gauge(`kafka_consumergroup_${name}`, help, ({ groups }) => eachPartition(groups, numberOf));
}

function* eachPartition(groups: readonly GroupSnapshot[], numberOf: (one: PartitionLag) => Value): Iterable<Sample> {
  for (const { groupId, topics } of groups) {
    for (const { topic, partitions } of topics) {
      for (const partition of partitions) {
        const value = numberOf(partition);
        if (value === undefined) continue;
        yield [{ consumergroup: groupId, topic, partition: partition.partition }, value];
      }
    }
  }
}

function ofTopics(name: string, help: string, numberOf: (one: PartitionLag) => Offset): Family {
  return gauge(`kafka_consumergroup_${name}`, help, ({ groups }) =>
    groups.flatMap(({ groupId, topics }) =>
      topics.flatMap(({ topic, partitions }): Sample[] => {
        const sum = sumOf(partitions, numberOf);
        return sum === undefined ? [] : [[{ consumergroup: groupId, topic }, sum]];
      }),
    ),
  );
}

/** Partitions without a commit count for nothing, as in kafka_exporter; any other unknown makes the sum unknown. */
function sumOf(partitions: readonly PartitionLag[], numberOf: (one: PartitionLag) => Offset): bigint | undefined {
  const committed = partitions.filter(({ committed: one }) => typeof one === 'bigint' || one.unknown !== 'no-commit');
  const values = committed.map(numberOf);
  if (values.length === 0 || values.some((value) => typeof value !== 'bigint')) return undefined;
  return values.reduce((sum: bigint, value) => (typeof value === 'bigint' ? sum + value : sum), 0n);
}

function known(offset: Offset): bigint | undefined {
  return typeof offset === 'bigint' ? offset : undefined;
}
