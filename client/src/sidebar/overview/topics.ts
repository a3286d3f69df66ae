import * as l10n from '@vscode/l10n';
import type { TopicLayout } from '../../../../server/src/cluster/model';
import { partitionCount, replicaCount, topicCount } from '../../counts';
import type { Layout } from '../../running/layouts';
import { ICONS } from '../icons';
import { type Appearance, described, lines, spoken, type ViewNode, viewNode } from '../node';
import { noteAppearance } from '../noteAppearance';
import { settingWords, type TopicAround, topicFacts } from './topicFacts';

/** The topics below their section; a note while they are not known. */
export function topicNodes(layout: Layout, clusterName: string): readonly ViewNode[] {
  if (layout.kind === 'known') {
    if (layout.layout.topics.length === 0)
      return [viewNode({ kind: 'note', clusterName, text: l10n.t('No topic to be seen') })];
    return layout.layout.topics.map(({ topic }) => viewNode({ kind: 'liveTopic', clusterName, topic }));
  }
  return [
    viewNode({ kind: 'note', clusterName, text: layout.kind === 'failed' ? layout.reason : l10n.t('Reading topics…') }),
  ];
}

export function topicsAppearance(layout: Layout): Appearance {
  const topics = layout.kind === 'known' ? layout.layout.topics : undefined;
  const count = topics && topicCount(topics.length);
  return {
    label: l10n.t('Topics'),
    ...described(topics && String(topics.length)),
    tooltip: lines(count ?? l10n.t('Topics are read when this is opened.')),
    icon: ICONS.topic,
    context: 'topics',
    accessibleName: spoken(l10n.t('Topics'), count),
    fold: 'collapsed',
  };
}

export function liveTopicAppearance(topic: TopicLayout | undefined, around: TopicAround): Appearance {
  if (!topic) return noteAppearance(l10n.t('The topic is gone'));
  const { partitions, replicas, offline, underReplicated, isInternal } = topic;
  const parts = [
    offline > 0 ? l10n.t('{0} offline', offline) : undefined,
    underReplicated > 0 ? l10n.t('{0} under-replicated', underReplicated) : undefined,
    partitionCount(partitions),
    replicaCount(replicas),
    ...settingWords(around.settings),
    isInternal ? l10n.t('internal') : undefined,
  ];
  const groups = around.groups.map(({ groupId }) => groupId);
  const readers =
    groups.length === 0
      ? l10n.t('No group is known to read it')
      : l10n.t('Read by {0}', groups.slice(0, MOST).join(', '));
  return {
    label: topic.topic,
    ...described(...parts),
    tooltip: lines(topic.topic, ...parts, readers),
    icon: offline > 0 ? ICONS.offline : underReplicated > 0 ? ICONS.troubled : ICONS.topic,
    context: 'liveTopic',
    accessibleName: spoken(topic.topic, ...parts, readers),
    fold: topicFacts(around).length > 0 ? 'collapsed' : 'none',
  };
}

/** More groups than these are not named. */
const MOST = 5;
