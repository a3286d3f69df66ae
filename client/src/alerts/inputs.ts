import type { GroupSnapshot, UnknownReason } from '../../../server/src/cluster/model';
import type { ClusterView } from '../sidebar/clusterView';
import type { AlertInput } from './decide';

/** Names a group of a cluster. */
export function alertKey(clusterName: string, groupId: string): string {
  return JSON.stringify([clusterName, groupId]);
}

/** Less of a wait, in seconds, than it takes to read a notification and to look. */
const SOON_SECONDS = 5 * 60;

/** Every group; its lag is known only where the numbers are of now. */
export function alertInputs(
  views: readonly ClusterView[],
  thresholdOf: (groupId: string) => number,
  isMuted: (key: string) => boolean,
  wasSeen: (clusterName: string) => boolean,
): readonly AlertInput[] {
  return views.flatMap((view) =>
    (view.snapshot?.groups ?? []).map((group): AlertInput => {
      const { groupId } = group;
      const key = alertKey(view.name, groupId);
      const threshold = thresholdOf(groupId);
      const isCurrent = view.staleMs === undefined && !view.failure;
      const { outlook } = view.trendOf(groupId);
      return {
        key,
        lag: isCurrent ? lagOf(group, threshold) : undefined,
        threshold,
        isFirstLook: !wasSeen(view.name),
        drainsSoon: outlook.kind === 'catching-up' && outlook.secondsLeft < SOON_SECONDS,
        isMuted: isMuted(key),
      };
    }),
  );
}

/** What may be known again with the next refresh, and may then be anything. */
const PASSING: ReadonlySet<UnknownReason> = new Set(['leader-unreachable', 'coordinator-unreachable', 'error']);

/**
 * A partial total above the threshold is above it whatever the rest is. One below it says nothing while the rest may come
 * back; a partition without a commit, of a deleted topic or without permission stays so, and must not silence the others.
 */
function lagOf({ total, topics, problem }: GroupSnapshot, threshold: number): bigint | undefined {
  if (total.lag > BigInt(Math.round(threshold))) return total.lag;
  if (problem && PASSING.has(problem.unknown)) return undefined;
  if (total.unknownPartitions === 0) return total.lag;
  const isPassing = topics.some(({ partitions }) =>
    partitions.some(({ lag }) => typeof lag !== 'bigint' && PASSING.has(lag.unknown)),
  );
  return isPassing ? undefined : total.lag;
}
