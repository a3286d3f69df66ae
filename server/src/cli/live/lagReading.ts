import type { ClusterSnapshot, GroupSnapshot, PartitionLag } from '../../cluster/model';
import { type GroupTrend, Trends } from '../../cluster/trend/trends';
import { isTrouble, type LagStatus } from '../../cluster/trend/verdict';

/** A snapshot with what it and those before it tell together. */
export interface LagReading {
  readonly snapshot: ClusterSnapshot;
  /** Those that were asked for: trouble first, then the highest lag. */
  readonly groups: readonly GroupSnapshot[];
  trendOf(groupId: string): GroupTrend;
  statusOf(groupId: string, partition: PartitionLag): LagStatus | undefined;
}

/** Makes readings of one snapshot after another; `at` is in milliseconds of a clock that never goes back. */
export function lagReadings(wanted: readonly string[]): (snapshot: ClusterSnapshot, at: number) => LagReading {
  const trends = new Trends();
  const names = new Set(wanted);
  return (snapshot, at) => {
    trends.observe(snapshot, at);
    const asked = snapshot.groups.filter(({ groupId }) => names.size === 0 || names.has(groupId));
    const rank = ({ groupId }: GroupSnapshot): number => (isTrouble(trends.of(groupId).status) ? 0 : 1);
    const byUrgency = asked.toSorted((a, b) => rank(a) - rank(b) || Number(b.total.lag - a.total.lag));
    return {
      snapshot,
      groups: byUrgency,
      trendOf: (groupId) => trends.of(groupId),
      statusOf: (groupId, partition) => trends.statusOf(groupId, partition, at),
    };
  };
}

/** The groups that were named and that the cluster does not have. */
export function missingGroups({ groups }: ClusterSnapshot, wanted: readonly string[]): readonly string[] {
  const present = new Set(groups.map(({ groupId }) => groupId));
  return wanted.filter((name) => !present.has(name));
}
