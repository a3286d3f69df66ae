import type { GroupSnapshot, PartitionLag } from '../../../../server/src/cluster/model';
import type { LagStatus } from '../../../../server/src/cluster/trend/verdict';
import { type ClusterView, findGroup } from '../clusterView';
import type { groupFilter } from '../lag/filter';
import type { ViewNode } from '../node';

/** One partition that a group reads, or a group that reads none. */
export interface LagRow {
  readonly cluster: string;
  readonly takenAt: string;
  readonly group: GroupSnapshot;
  readonly partition?: PartitionLag;
  /** Of the partition, or of the group that reads none; absent while it cannot be told. */
  readonly status?: LagStatus;
}

/** What the nodes hold, each partition once; everything that the filter shows where no node is given. */
export function rowsOf(
  views: readonly ClusterView[],
  nodes: readonly ViewNode[],
  filter: ReturnType<typeof groupFilter>,
): readonly LagRow[] {
  const shown = views.flatMap((view) => {
    if (nodes.length === 0)
      return (view.snapshot?.groups ?? []).flatMap((group) => (filter?.(group) === false ? [] : rows(view, group)));
    return nodes.filter(({ clusterName }) => clusterName === view.name).flatMap((node) => rowsBelow(view, node));
  });
  return [...new Map(shown.map((row) => [keyOf(row), row])).values()];
}

function rowsBelow(view: ClusterView, { kind, groupId, topic, partition }: ViewNode): readonly LagRow[] {
  if (kind === 'cluster') return (view.snapshot?.groups ?? []).flatMap((group) => rows(view, group));
  const group = findGroup(view, groupId);
  if (!group) return [];
  return rows(view, group).filter(
    (row) =>
      (topic === undefined || row.partition?.topic === topic) &&
      (partition === undefined || row.partition?.partition === partition),
  );
}

function rows(view: ClusterView, group: GroupSnapshot): readonly LagRow[] {
  const takenAt = new Date(view.snapshot?.takenAt ?? 0).toISOString();
  const row = { cluster: view.name, takenAt, group };
  const partitions = group.topics.flatMap((topic) => topic.partitions);
  if (partitions.length === 0) return [{ ...row, ...withStatus(view.trendOf(group.groupId).status) }];
  return partitions.map((partition) => ({
    ...row,
    partition,
    ...withStatus(view.statusOf(group.groupId, partition)),
  }));
}

function withStatus(status: LagStatus | undefined): { status?: LagStatus } {
  return status ? { status } : {};
}

function keyOf({ cluster, group, partition }: LagRow): string {
  return JSON.stringify([cluster, group.groupId, partition?.topic, partition?.partition]);
}
