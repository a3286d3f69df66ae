import type { LagTotal } from '../cluster/model';
import type { ClusterView } from '../sidebar/clusterView';
import type { AlertInput } from './decide';

/** Names a group of a cluster. */
export function alertKey(clusterName: string, groupId: string): string {
  return JSON.stringify([clusterName, groupId]);
}

/** Every group whose numbers are of now. */
export function alertInputs(
  views: readonly ClusterView[],
  thresholdOf: (groupId: string) => number,
  isMuted: (key: string) => boolean,
): readonly AlertInput[] {
  return views.flatMap(({ name, snapshot, staleMs, failure }) =>
    (snapshot?.groups ?? []).map(({ groupId, total }): AlertInput => {
      const key = alertKey(name, groupId);
      const threshold = thresholdOf(groupId);
      const isCurrent = staleMs === undefined && !failure;
      return { key, lag: isCurrent ? lagOf(total, threshold) : undefined, threshold, isMuted: isMuted(key) };
    }),
  );
}

/** A partial total above the threshold is above it whatever the rest is; one below it says nothing. */
function lagOf({ lag, unknownPartitions }: LagTotal, threshold: number): bigint | undefined {
  return unknownPartitions === 0 || lag > BigInt(Math.round(threshold)) ? lag : undefined;
}
