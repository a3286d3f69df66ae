import type { ExplainedError } from '../../../server/src/cluster/explain/errorFacts';
import type { ClusterSnapshot, GroupSnapshot, PartitionLag, TopicLag } from '../../../server/src/cluster/model';
import type { GroupTrend } from '../../../server/src/cluster/trend/trends';
import type { LagStatus } from '../../../server/src/cluster/trend/verdict';
import { type ViewNode, viewNode } from './node';

/** What there is to show of one cluster at one moment. */
export interface ClusterView {
  readonly name: string;
  readonly bootstrapServers: readonly string[];
  /** How it is reached, such as `SASL_SSL`, and what is not checked. */
  readonly security: string;
  /** The name of another connected entry that is the same cluster, by the id that its brokers tell. */
  readonly sameAs?: string;
  /** Its user is known to the brokers, so that what it sees depends on its permissions. */
  readonly isAuthenticated: boolean;
  readonly connection: 'disconnected' | 'connecting' | 'connected' | 'failed';
  /** Why the connection or the last refresh failed. */
  readonly failure?: ExplainedError;
  /** The last that was taken, however old. */
  readonly snapshot?: ClusterSnapshot;
  /** Milliseconds since then, when that is longer than it ought to be. */
  readonly staleMs?: number;
  trendOf(groupId: string): GroupTrend;
  statusOf(groupId: string, partition: PartitionLag): LagStatus | undefined;
  /** Milliseconds since the epoch from which on the group was seen to lag without a break. */
  behindSince(groupId: string): BehindSince | undefined;
}

export interface BehindSince {
  readonly at: number;
  /** It lagged already when it was first seen. */
  readonly orLonger: boolean;
}

/** Of a cluster that is not connected, another node than of one that is. */
export function clusterNode({ name, connection }: ClusterView): ViewNode {
  const isIdle = connection === 'disconnected' || connection === 'connecting';
  return viewNode({ kind: 'cluster', clusterName: name, ...(isIdle && { isIdle }) });
}

const INDEXES = new WeakMap<ClusterSnapshot, ReadonlyMap<string, GroupSnapshot>>();

/** By an index that is made once a snapshot: a tree of 2,000 groups asks for each of them. */
export function findGroup({ snapshot }: ClusterView, groupId: string | undefined): GroupSnapshot | undefined {
  if (!snapshot || groupId === undefined) return undefined;
  let index = INDEXES.get(snapshot);
  if (!index) {
    index = new Map(snapshot.groups.map((group) => [group.groupId, group]));
    INDEXES.set(snapshot, index);
  }
  return index.get(groupId);
}

export function findTopic(group: GroupSnapshot | undefined, topic: string | undefined): TopicLag | undefined {
  return group?.topics.find((one) => one.topic === topic);
}
