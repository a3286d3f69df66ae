import * as l10n from '@vscode/l10n';
import type { GroupSnapshot } from '../../../server/src/cluster/model';
import { isTrouble } from '../../../server/src/cluster/trend/verdict';
import { countText } from '../../../server/src/cluster/words/lagWords';
import type { ClusterView } from './clusterView';

export interface Badge {
  readonly value: number;
  readonly tooltip: string;
}

/** How many groups want a person: further behind than allowed, or stuck although somebody is there to read. */
export function badgeOf(views: readonly ClusterView[], thresholdOf: (groupId: string) => number): Badge | undefined {
  const groups = views.flatMap((view) => (view.snapshot?.groups ?? []).map((group) => ({ view, group })));
  const value = groups.filter(({ view, group }) => isTroubled(view, group, thresholdOf(group.groupId))).length;
  if (value === 0) return undefined;
  const tooltip =
    value === 1
      ? l10n.t('1 consumer group too far behind or stuck')
      : l10n.t('{0} consumer groups too far behind or stuck', countText(value));
  return { value, tooltip };
}

function isTroubled(view: ClusterView, { groupId, total, members }: GroupSnapshot, threshold: number): boolean {
  if (total.lag > BigInt(Math.round(threshold))) return true;
  return members.length > 0 && isTrouble(view.trendOf(groupId).status);
}
