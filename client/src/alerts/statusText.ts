import * as l10n from '@vscode/l10n';
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
  const age = view.staleMs === undefined ? undefined : l10n.t('{0} old', durationText(view.staleMs / 1000));
  const { short, sentence: state } = groupWords(group, view.trendOf(group.groupId));
  const sentence = `${groupId}: ${[...short, totalSentence(total)].join(', ')}`;
  const shown = `${shortName(groupId, LONGEST_NAME)} ${shortCount(total.lag)}`;
  const old = age ? ` ${l10n.t('The number is {0}.', age)}` : '';
  return {
    icon: age ? 'history' : 'graph-line',
    text: l10n.t('Lag: {0}', age ? `${shown} · ${age}` : shown),
    tooltip: [
      l10n.t('Highest lag in {0}', view.name),
      `${sentence}.`,
      `${state}.${old}`,
      l10n.t('Click to show the group.'),
    ].join('\n'),
    accessibleName: `${l10n.t('Consumer group with the highest lag: {0}.', sentence)}${old}`,
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
  const sentence =
    groups.length === 0 ? l10n.t('no groups') : isPartial ? l10n.t('none known, some unknown') : l10n.t('none');
  return {
    icon: isStale ? 'history' : 'graph-line',
    text: l10n.t('Lag: {0}', sentence),
    tooltip: isStale
      ? l10n.t('Lag of consumer groups: {0}, as of a while ago', sentence)
      : l10n.t('Lag of consumer groups: {0}', sentence),
    accessibleName: l10n.t('Kafka consumer lag: {0}', sentence),
    isWarning: false,
  };
}
