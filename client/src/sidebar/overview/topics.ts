import type { TopicLayout } from '../../../../server/src/cluster/model';
import { plural } from '../../../../server/src/cluster/words/lagWords';
import type { Layout } from '../../running/layouts';
import { ICONS } from '../icons';
import { type Appearance, described, lines, spoken, type ViewNode, viewNode } from '../node';
import { noteAppearance } from '../noteAppearance';

/** The topics below their section; a note while they are not known. */
export function topicNodes(layout: Layout, clusterName: string): readonly ViewNode[] {
  if (layout.kind === 'known') {
    if (layout.layout.topics.length === 0)
      return [viewNode({ kind: 'note', clusterName, text: 'No topic to be seen' })];
    return layout.layout.topics.map(({ topic }) => viewNode({ kind: 'liveTopic', clusterName, topic }));
  }
  return [viewNode({ kind: 'note', clusterName, text: layout.kind === 'failed' ? layout.reason : 'Reading topics…' })];
}

export function topicsAppearance(layout: Layout): Appearance {
  const topics = layout.kind === 'known' ? layout.layout.topics : undefined;
  const count = topics && plural(topics.length, 'topic');
  return {
    label: 'Topics',
    ...described(topics && String(topics.length)),
    tooltip: lines(count ?? 'Topics are read when this is opened.'),
    icon: ICONS.topic,
    context: 'topics',
    accessibleName: spoken('Topics', count),
    fold: 'collapsed',
  };
}

export function liveTopicAppearance(topic: TopicLayout | undefined, groups: readonly string[]): Appearance {
  if (!topic) return noteAppearance('The topic is gone');
  const { partitions, replicas, offline, underReplicated, isInternal } = topic;
  const parts = [
    offline > 0 ? `${offline} offline` : undefined,
    underReplicated > 0 ? `${underReplicated} under-replicated` : undefined,
    plural(partitions, 'partition'),
    plural(replicas, 'replica'),
    isInternal ? 'internal' : undefined,
  ];
  const readers = groups.length === 0 ? 'No group is known to read it' : `Read by ${groups.slice(0, MOST).join(', ')}`;
  return {
    label: topic.topic,
    ...described(...parts),
    tooltip: lines(topic.topic, ...parts, readers),
    icon: offline > 0 ? ICONS.offline : underReplicated > 0 ? ICONS.troubled : ICONS.topic,
    context: 'liveTopic',
    accessibleName: spoken(topic.topic, ...parts, readers),
    fold: 'none',
  };
}

/** More groups than these are not named. */
const MOST = 5;
