import type { ClusterView } from './clusterView';

/** What the view says in place of an empty tree; package.json has the words for each. `none` for a tree that is not empty. */
export type Welcome = 'restricted' | 'noCluster' | 'notConnected' | 'noGroups' | 'noPermission' | 'none';

export function welcomeOf(clusters: readonly ClusterView[], isTrusted: boolean): Welcome {
  if (!isTrusted) return 'restricted';
  if (clusters.length === 0) return 'noCluster';
  if (clusters.every(({ connection }) => connection === 'disconnected')) return 'notConnected';
  const [only, second] = clusters;
  if (!only || second || only.failure || only.snapshot?.groups.length !== 0) return 'none';
  if (only.snapshot.problems.length > 0) return 'none';
  // Kafka hides the groups that a user may not describe: it never says that there are some.
  return only.isAuthenticated ? 'noPermission' : 'noGroups';
}
