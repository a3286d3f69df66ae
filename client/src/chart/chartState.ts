import * as l10n from '@vscode/l10n';
import type { LagPoint } from '../../../server/src/cluster/trend/series';
import { durationText } from '../../../server/src/cluster/words/lagWords';
import { groupWords } from '../../../server/src/cluster/words/verdictWords';
import { groupCount } from '../counts';
import { type ClusterView, findGroup } from '../sidebar/clusterView';
import { groupsByLag } from '../sidebar/lag/order';
import type { ViewNode } from '../sidebar/node';
import type { ChartState, ChartTarget } from './protocol';

/** More lines than this cannot be told apart. */
export const MOST_SERIES = 12;

export interface ChartInput {
  readonly views: readonly ClusterView[];
  readonly intervalMs: number;
  seriesOf(target: ChartTarget): readonly LagPoint[];
  /** In messages. */
  thresholdOf(groupId: string): number;
}

/** What a chart of the targets shows now. */
export function chartState(targets: readonly ChartTarget[], input: ChartInput): ChartState {
  const { views, intervalMs } = input;
  const names = namesOf(targets);
  return {
    title: titleOf(targets),
    series: targets.map((target, index) => ({
      name: names[index] ?? target.groupId,
      state: stateOf(target, views),
      points: input.seriesOf(target).map(({ at, lag }) => [at, lag] as const),
    })),
    thresholds: [
      ...new Set(targets.filter(({ topic }) => topic === undefined).map(({ groupId }) => input.thresholdOf(groupId))),
    ],
    status: statusOf(targets, views),
    gapMs: Math.max(6 * intervalMs, 60_000),
  };
}

/** The groups and topics among the nodes, even if they are more than a chart has room for; of a cluster, or where no node is given, the groups that are furthest behind. */
export function chartTargets(nodes: readonly ViewNode[], views: readonly ClusterView[]): readonly ChartTarget[] {
  const chosen = nodes.flatMap(({ clusterName, groupId, topic }) =>
    groupId === undefined ? [] : [{ clusterName, groupId, ...(topic !== undefined && { topic }) }],
  );
  if (chosen.length > 0) return distinct(chosen);
  const names = new Set(nodes.map(({ clusterName }) => clusterName));
  const shown = views.filter(({ name, snapshot }) => snapshot && (names.size === 0 || names.has(name)));
  const each = Math.max(1, Math.floor(8 / Math.max(1, shown.length)));
  return shown.flatMap(({ name, snapshot }) =>
    groupsByLag(snapshot?.groups ?? [])
      .slice(0, each)
      .map(({ groupId }) => ({ clusterName: name, groupId })),
  );
}

/** Names a set of targets, so that the same chart is not opened twice. */
export function targetsKey(targets: readonly ChartTarget[]): string {
  return JSON.stringify(targets.map(({ clusterName, groupId, topic }) => [clusterName, groupId, topic]).sort());
}

function distinct(targets: readonly ChartTarget[]): readonly ChartTarget[] {
  return [...new Map(targets.map((target) => [targetsKey([target]), target])).values()];
}

/** No longer than it takes to tell them apart. */
function namesOf(targets: readonly ChartTarget[]): readonly string[] {
  const clusters = new Set(targets.map(({ clusterName }) => clusterName));
  return targets.map(({ clusterName, groupId, topic }) => {
    const name = topic === undefined ? groupId : `${groupId} › ${topic}`;
    return clusters.size > 1 ? `${clusterName}: ${name}` : name;
  });
}

function titleOf(targets: readonly ChartTarget[]): string {
  const [only, second] = namesOf(targets);
  if (only !== undefined && second === undefined) return l10n.t('Lag of {0}', only);
  return targets.every(({ topic }) => topic === undefined)
    ? l10n.t('Lag of {0}', groupCount(targets.length))
    : l10n.t('Consumer lag');
}

function stateOf({ clusterName, groupId }: ChartTarget, views: readonly ClusterView[]): string {
  const view = views.find(({ name }) => name === clusterName);
  const group = view && findGroup(view, groupId);
  return view && group ? groupWords(group, view.trendOf(group.groupId)).short.join(', ') : '';
}

function statusOf(targets: readonly ChartTarget[], views: readonly ClusterView[]): string {
  const names = new Set(targets.map(({ clusterName }) => clusterName));
  const parts = [...names].map((name) => {
    const view = views.find((one) => one.name === name);
    if (view?.connection !== 'connected') return l10n.t('{0}: not connected', name);
    if (view.staleMs !== undefined) return l10n.t('{0}: {1} old', name, durationText(view.staleMs / 1000));
    return name;
  });
  return parts.join(', ');
}
