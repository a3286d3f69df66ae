import type { GroupSnapshot } from '../cluster/model';
import type { BarTexts } from '../shown/statusBar';
import type { ClusterView } from '../sidebar/clusterView';
import { countText, durationText, outlookText, shortName, totalSentence } from '../sidebar/words';

/** In characters: a status bar is narrow. */
const LONGEST_NAME = 28;

export interface LagStatusText extends BarTexts {
  readonly isWarning: boolean;
  /** Absent when no group is behind. */
  readonly group?: { readonly clusterName: string; readonly groupId: string };
}

/** What the status bar says; undefined while no cluster is connected. */
export function lagStatusText(
  views: readonly ClusterView[],
  thresholdOf: (groupId: string) => number,
): LagStatusText | undefined {
  const connected = views.filter(({ snapshot, connection }) => snapshot && connection === 'connected');
  if (connected.length === 0) return undefined;
  const worst = worstGroup(connected);
  if (!worst) return quiet(connected);
  const { view, group } = worst;
  const { groupId, total } = group;
  const age = view.staleMs === undefined ? undefined : `${durationText(view.staleMs / 1000)} old`;
  const outlook = outlookText(view.trendOf(groupId).outlook);
  const sentence = `${groupId}: ${totalSentence(total)}${outlook ? `, ${outlook}` : ''}`;
  const text = `${shortName(groupId, LONGEST_NAME)} ${countText(total.lag)}${age ? ` · ${age}` : ''}`;
  const old = age ? ` The number is ${age}.` : '';
  return {
    icon: age ? 'history' : 'graph-line',
    text,
    tooltip: `Furthest behind in ${view.name}\n${sentence}.${old}\nClick to show the group.`,
    accessibleName: `Consumer group furthest behind: ${sentence}.${old}`,
    isWarning: age === undefined && total.lag > BigInt(Math.round(thresholdOf(groupId))),
    group: { clusterName: view.name, groupId },
  };
}

interface Worst {
  readonly view: ClusterView;
  readonly group: GroupSnapshot;
}

function worstGroup(views: readonly ClusterView[]): Worst | undefined {
  let worst: Worst | undefined;
  for (const view of views) {
    for (const group of view.snapshot?.groups ?? []) {
      if (group.total.lag > (worst?.group.total.lag ?? 0n)) worst = { view, group };
    }
  }
  return worst;
}

/** Nothing that is known lags, which is not to say that nothing does. */
function quiet(views: readonly ClusterView[]): LagStatusText {
  const groups = views.flatMap(({ snapshot }) => snapshot?.groups ?? []);
  const isPartial = groups.some(({ total, problem }) => total.unknownPartitions > 0 || problem);
  const isStale = views.some(({ staleMs }) => staleMs !== undefined);
  const sentence = groups.length === 0 ? 'no consumer groups' : isPartial ? 'no lag known, some unknown' : 'no lag';
  return {
    icon: isStale ? 'history' : 'graph-line',
    text: sentence,
    tooltip: `Consumer groups: ${sentence}${isStale ? ', as of a while ago' : ''}`,
    accessibleName: `Kafka consumer lag: ${sentence}`,
    isWarning: false,
  };
}
