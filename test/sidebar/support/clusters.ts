import type { ClusterView } from '../../../client/src/sidebar/clusterView';
import type { ClusterSnapshot, GroupSnapshot, Offset, PartitionLag, TopicLag } from '../../../server/src/cluster/model';
import type { GroupTrend } from '../../../server/src/cluster/trend/trends';

export const NO_COMMIT: Offset = { unknown: 'no-commit' };

/** A partition with a log of 0 to 1,000 plus its lag. */
function partitionOf(topic: string, partition: number, lag: Offset, memberId?: string): PartitionLag {
  const isKnown = typeof lag === 'bigint';
  return {
    topic,
    partition,
    committed: isKnown ? 1000n : lag,
    logStart: 0n,
    logEnd: isKnown ? 1000n + lag : 1000n,
    lag,
    leader: 1,
    ...(memberId !== undefined && { memberId }),
  };
}

function totalOf(partitions: readonly PartitionLag[]): TopicLag['total'] {
  const known = partitions.flatMap(({ lag }) => (typeof lag === 'bigint' ? [lag] : []));
  return {
    lag: known.reduce((sum, lag) => sum + (lag > 0n ? lag : 0n), 0n),
    knownPartitions: known.length,
    unknownPartitions: partitions.length - known.length,
  };
}

/** A group with these lags of the partitions of each topic. */
export function groupOf(
  groupId: string,
  lags: Readonly<Record<string, readonly Offset[]>>,
  more: Partial<GroupSnapshot> = {},
): GroupSnapshot {
  const topics = Object.entries(lags).map(([topic, each]): TopicLag => {
    const partitions = each.map((lag, index) => partitionOf(topic, index, lag, 'm1'));
    return { topic, partitions, total: totalOf(partitions) };
  });
  return {
    groupId,
    state: 'Stable',
    protocol: 'classic',
    coordinator: 1,
    members: [{ memberId: 'm1', clientId: 'app', host: '/10.0.0.1', assigned: [] }],
    topics,
    total: totalOf(topics.flatMap(({ partitions }) => partitions)),
    ...more,
  };
}

export function snapshotOf(groups: readonly GroupSnapshot[], more: Partial<ClusterSnapshot> = {}): ClusterSnapshot {
  return {
    clusterId: 'abc',
    takenAt: 1_700_000_000_000,
    brokers: [{ id: 1, host: 'kafka-1', port: 9092, isController: true }],
    controllerId: 1,
    kafkaVersion: '3.9',
    groups,
    unhealthy: [],
    problems: [],
    ...more,
  };
}

export function viewOf(
  snapshot: ClusterSnapshot | undefined,
  more: Partial<ClusterView> = {},
  trends: Readonly<Record<string, GroupTrend>> = {},
): ClusterView {
  return {
    name: 'dev',
    bootstrapServers: ['kafka-1:9092'],
    security: 'PLAINTEXT',
    isAuthenticated: false,
    connection: 'connected',
    ...(snapshot && { snapshot }),
    trendOf: (groupId) => trends[groupId] ?? { outlook: { kind: 'unknown' } },
    statusOf: (_, { lag }) => (lag === 0n ? 'OK' : undefined),
    behindSince: () => undefined,
    ...more,
  };
}
