import type { GroupSnapshot } from '../../../server/src/cluster/model';
import { durationText, shortCount, shortName, totalSentence } from '../../../server/src/cluster/words/lagWords';
import { groupWords } from '../../../server/src/cluster/words/verdictWords';
import type { BarTexts } from '../shown/statusBar';
import type { ClusterView } from '../sidebar/clusterView';

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
  const { short, sentence: state } = groupWords(group, view.trendOf(group.groupId));
  const sentence = `${groupId}: ${[...short, totalSentence(total)].join(', ')}`;
  const text = `Lag: ${shortName(groupId, LONGEST_NAME)} ${shortCount(total.lag)}${age ? ` · ${age}` : ''}`;
  const old = age ? ` The number is ${age}.` : '';
  return {
    icon: age ? 'history' : 'graph-line',
    text,
    tooltip: `Highest lag in ${view.name}\n${sentence}.\n${state}.${old}\nClick to show the group.`,
    accessibleName: `Consumer group with the highest lag: ${sentence}.${old}`,
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
  const sentence = groups.length === 0 ? 'no groups' : isPartial ? 'none known, some unknown' : 'none';
  return {
    icon: isStale ? 'history' : 'graph-line',
    text: `Lag: ${sentence}`,
    tooltip: `Lag of consumer groups: ${sentence}${isStale ? ', as of a while ago' : ''}`,
    accessibleName: `Kafka consumer lag: ${sentence}`,
    isWarning: false,
  };
}
