import * as l10n from '@vscode/l10n';
import type { GroupSnapshot, LagTotal } from '../../../../server/src/cluster/model';
import { countText, rateText, totalSentence, totalText } from '../../../../server/src/cluster/words/lagWords';
import { type ClusterFacts, clusterAppearance } from '../clusterAppearance';
import { type ClusterView, clusterNode, findGroup, findTopic } from '../clusterView';
import { ICONS } from '../icons';
import { type Appearance, described, lines, type TreeModel, type ViewNode, viewNode } from '../node';
import { noteAppearance } from '../noteAppearance';
import type { GroupFilter } from './filter';
import { groupAppearance } from './groupAppearance';
import { groupsByLag, partitionsByLag, topicsByLag } from './order';
import { partitionAppearance, topicAppearance } from './topicAppearance';

export interface LagTreeInput {
  readonly clusters: readonly ClusterView[];
  readonly filter?: GroupFilter | undefined;
  isMuted(clusterName: string, groupId: string): boolean;
}

/** *Consumer lag*: cluster, group, topic, partition, each level with the most lag first. */
export function lagTree(input: LagTreeInput): TreeModel {
  const clusters = new Map(input.clusters.map((view) => [view.name, view]));
  return {
    children: (node) => (node ? childrenOf(node, clusters.get(node.clusterName), input) : roots(input)),
    appearance: (node) => appearanceOf(node, clusters.get(node.clusterName), input),
    parent: parentOf,
  };
}

/** Nothing at all leaves the place to a welcome. */
function roots({ clusters, filter }: LagTreeInput): readonly ViewNode[] {
  if (clusters.every(({ connection }) => connection === 'disconnected')) return [];
  const [only, second] = clusters;
  const isBare = only?.snapshot?.groups.length === 0 && only.snapshot.problems.length === 0;
  if (only && !second && !filter && !only.failure && isBare) return [];
  return clusters.map(clusterNode);
}

function childrenOf(node: ViewNode, view: ClusterView | undefined, input: LagTreeInput): readonly ViewNode[] {
  if (!view) return [];
  const { clusterName, groupId, topic } = node;
  if (node.kind === 'cluster') return clusterChildren(view, input);
  const group = findGroup(view, groupId);
  if (!group) return [];
  if (node.kind === 'group') return groupChildren(group, clusterName);
  const partitions = node.kind === 'topic' ? (findTopic(group, topic)?.partitions ?? []) : [];
  return partitionsByLag(partitions).map(({ partition }) =>
    viewNode({ kind: 'partition', clusterName, ...pick({ groupId, topic }), partition }),
  );
}

function clusterChildren(view: ClusterView, { filter }: LagTreeInput): readonly ViewNode[] {
  const { name: clusterName, failure, snapshot } = view;
  const notes = failure ? [`${failure.message} ${failure.whatToDo}`.trim()] : [];
  const all = snapshot?.groups ?? [];
  if (snapshot && all.length === 0) notes.push(l10n.t('No consumer group can be seen.'), ...snapshot.problems);
  const shown = filter ? all.filter(filter) : all;
  if (filter && shown.length === 0 && all.length > 0) notes.push(l10n.t('No group matches the filter.'));
  return [
    ...notes.map((text) => viewNode({ kind: 'note', clusterName, text })),
    ...groupsByLag(shown).map(({ groupId }) => viewNode({ kind: 'group', clusterName, groupId })),
  ];
}

function groupChildren({ groupId, topics, problem }: GroupSnapshot, clusterName: string): readonly ViewNode[] {
  const text = problem?.detail;
  const note = text ? [viewNode({ kind: 'note', clusterName, groupId, text })] : [];
  const nodes = topicsByLag(topics).map(({ topic }) => viewNode({ kind: 'topic', clusterName, groupId, topic }));
  return [...note, ...nodes];
}

function appearanceOf(node: ViewNode, view: ClusterView | undefined, input: LagTreeInput): Appearance {
  if (node.kind === 'note') return noteAppearance(node.text ?? '', true);
  if (!view) return goneAppearance(node);
  if (node.kind === 'cluster') return clusterAppearance(view, lagFacts(view, input.filter));
  const group = findGroup(view, node.groupId);
  if (!group) return goneAppearance(node);
  if (node.kind === 'group') return groupAppearance(view, group, input.isMuted(view.name, group.groupId));
  const topic = findTopic(group, node.topic);
  if (!topic) return goneAppearance(node);
  if (node.kind === 'topic') return topicAppearance(view, group, topic);
  const partition = topic.partitions.find((one) => one.partition === node.partition);
  return partition ? partitionAppearance(view, group, partition) : goneAppearance(node);
}

/** VS Code may still ask for what the last refresh took away. */
function goneAppearance({ partition, topic, groupId, clusterName }: ViewNode): Appearance {
  const label = partition === undefined ? (topic ?? groupId ?? clusterName) : l10n.t('Partition {0}', partition);
  return {
    label,
    ...described(l10n.t('gone')),
    tooltip: l10n.t('{0} is gone', label),
    icon: ICONS.unknown,
    context: 'gone',
    accessibleName: l10n.t('{0}, gone', label),
    fold: 'none',
  };
}

/** The total is always that of all groups; with a filter it is said how many of them are on show. */
function lagFacts({ snapshot, trendOf }: ClusterView, filter: GroupFilter | undefined): ClusterFacts {
  if (!snapshot) return {};
  const { groups } = snapshot;
  const total = sumOf(groups);
  const behind = groups.filter((group) => group.total.lag > 0n).length;
  const rates = groups.map(({ groupId }) => trendOf(groupId).rates?.consumed);
  const known = rates.filter((rate) => rate !== undefined);
  const rate = known.length > 0 ? rateText(known.reduce((sum, one) => sum + one, 0)) : undefined;
  const count =
    groups.length === 1
      ? l10n.t('{0} of 1 group behind', behind)
      : l10n.t('{0} of {1} groups behind', behind, countText(groups.length));
  if (groups.length === 0) return { description: l10n.t('no groups'), spoken: l10n.t('no groups') };
  const shown = filter && l10n.t('{0} of {1} shown', groups.filter(filter).length, groups.length);
  return {
    ...described(
      shown,
      l10n.t('{0} of {1} behind', behind, groups.length),
      filter ? l10n.t('{0} in all', totalText(total)) : totalText(total),
      rate,
    ),
    tooltip: lines(
      l10n.t('Lag of all groups: {0}', totalSentence(total)),
      rate && l10n.t('Consumed: {0}', rate),
      count,
      shown,
    ),
    spoken: [shown, count, totalSentence(total)].filter(Boolean).join(', '),
  };
}

function sumOf(groups: readonly GroupSnapshot[]): LagTotal {
  const sum = { lag: 0n, knownPartitions: 0, unknownPartitions: 0 };
  for (const { total } of groups) {
    sum.lag += total.lag;
    sum.knownPartitions += total.knownPartitions;
    sum.unknownPartitions += total.unknownPartitions;
  }
  return sum;
}

function parentOf(node: ViewNode): ViewNode | undefined {
  const { clusterName, groupId, topic } = node;
  if (node.kind === 'cluster') return undefined;
  if (groupId === undefined || node.kind === 'group') return viewNode({ kind: 'cluster', clusterName });
  if (node.kind !== 'partition') return viewNode({ kind: 'group', clusterName, groupId });
  return viewNode({ kind: 'topic', clusterName, groupId, ...pick({ topic }) });
}

/** The fields that are set, for types that tell absent from undefined. */
function pick<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
