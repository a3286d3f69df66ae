import { lostOf } from '../../cluster/assemble/lag';
import type { GroupSnapshot, LagTotal, Offset, PartitionLag } from '../../cluster/model';
import type { LagReading } from './lagReading';

/** For scripts, as a plain object: an unknown number is null, with the reason beside it. */
export function lagJson(reading: LagReading): object {
  const { clusterId, kafkaVersion, takenAt, problems } = reading.snapshot;
  return {
    takenAt: new Date(takenAt).toISOString(),
    clusterId: clusterId ?? null,
    kafkaVersion: kafkaVersion ?? null,
    problems,
    groups: reading.groups.map((group) => groupJson(group, reading)),
  };
}

function groupJson(group: GroupSnapshot, { trendOf, statusOf }: LagReading): object {
  const { groupId, state, protocol, members, membersUnknown, problem, total, topics } = group;
  const { status, rates } = trendOf(groupId);
  return {
    group: groupId,
    state,
    protocol,
    members: membersUnknown ? null : members.length,
    status: status ?? null,
    ...totalJson(total),
    ...(rates && { consumedPerSecond: rates.consumed, producedPerSecond: rates.produced }),
    ...(problem && { unknown: problem.unknown }),
    partitions: topics.flatMap(({ partitions }) =>
      partitions.map((partition) => partitionJson(group, partition, statusOf(groupId, partition))),
    ),
  };
}

function totalJson({ lag, knownPartitions, unknownPartitions }: LagTotal): object {
  return { lag: knownPartitions > 0 ? Number(lag) : null, unknownPartitions };
}

function partitionJson({ members }: GroupSnapshot, partition: PartitionLag, status: string | undefined): object {
  const { topic, lag, committed, logStart, logEnd, memberId } = partition;
  const member = members.find((one) => one.memberId === memberId);
  const lost = lostOf(partition);
  return {
    topic,
    partition: partition.partition,
    currentOffset: number(committed),
    logStartOffset: number(logStart),
    logEndOffset: number(logEnd),
    lag: number(lag),
    ...(typeof lag !== 'bigint' && { unknown: lag.unknown }),
    status: status ?? null,
    ...(lost > 0n && { lostUnread: Number(lost) }),
    ...(member && { clientId: member.clientId, host: member.host }),
  };
}

/** As a number, which scripts compare; offsets of real logs are far below where numbers of JSON are no longer exact. */
function number(offset: Offset): number | null {
  return typeof offset === 'bigint' ? Number(offset) : null;
}
