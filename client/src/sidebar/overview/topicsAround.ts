import type { GroupSnapshot, TopicLayout } from '../../../../server/src/cluster/model';
import type { Layout } from '../../running/layouts';
import type { ClusterView } from '../clusterView';
import type { ViewNode } from '../node';
import type { TopicAround } from './topicFacts';

/** Looked up once a tree, since it is asked for each of 10,000 topics of 2,000 groups. */
export function topicsAround(
  layoutOf: (cluster: string) => Layout,
): (node: ViewNode, view: ClusterView) => TopicAround {
  const readers = new Map<ClusterView, ReadonlyMap<string, GroupSnapshot[]>>();
  return ({ clusterName, topic = '' }, view) => {
    const layout = layoutOf(clusterName);
    const known = readers.get(view) ?? readersIn(view.snapshot?.groups ?? []);
    readers.set(view, known);
    const settings = layout.kind === 'known' ? layout.settings?.get(topic) : undefined;
    const unhealthy = view.snapshot?.unhealthy.filter((one) => one.topic === topic) ?? [];
    return { groups: known.get(topic) ?? [], unhealthy, ...(settings && { settings }) };
  };
}

function readersIn(groups: readonly GroupSnapshot[]): ReadonlyMap<string, GroupSnapshot[]> {
  const readers = new Map<string, GroupSnapshot[]>();
  for (const group of groups) {
    for (const { topic } of group.topics) {
      const known = readers.get(topic);
      if (known) known.push(group);
      else readers.set(topic, [group]);
    }
  }
  return readers;
}

const topicIndexes = new WeakMap<object, ReadonlyMap<string, TopicLayout>>();

export function layoutOfTopic({ topic = '' }: ViewNode, layout: Layout): TopicLayout | undefined {
  if (layout.kind !== 'known') return undefined;
  const { topics } = layout.layout;
  const index = topicIndexes.get(topics) ?? new Map(topics.map((one) => [one.topic, one]));
  topicIndexes.set(topics, index);
  return index.get(topic);
}
