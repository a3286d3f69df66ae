import * as l10n from '@vscode/l10n';
import type { ClusterSnapshot, UnhealthyPartition } from '../../../../server/src/cluster/model';
import { brokerCount } from '../../counts';
import type { Disks } from '../../running/brokerDisks';
import type { Layout } from '../../running/layouts';
import { type ClusterFacts, clusterAppearance } from '../clusterAppearance';
import { type ClusterView, clusterNode } from '../clusterView';
import { type Appearance, described, lines, spoken, type TreeModel, type ViewNode, viewNode } from '../node';
import { noteAppearance } from '../noteAppearance';
import { brokerFacts } from './brokerFacts';
import { brokerAppearance, brokersAppearance, controllerAppearance } from './brokers';
import { type TopicFact, topicFacts } from './topicFacts';
import { liveTopicAppearance, topicNodes, topicsAppearance } from './topics';
import { layoutOfTopic, topicsAround } from './topicsAround';
import { partitionNodeAppearance, unhealthyAppearance } from './unhealthy';

/** What is asked for when somebody looks. */
export interface Asked {
  layoutOf(cluster: string): Layout;
  disksOf(cluster: string, broker: number): Disks;
}

/** *Cluster*: brokers, controller, versions, topics, unhealthy partitions. Shows every cluster, also those not connected. */
export function overviewTree(clusters: readonly ClusterView[], asked: Asked): TreeModel {
  const views = new Map(clusters.map((view) => [view.name, view]));
  const around = topicsAround(asked.layoutOf);
  return {
    children: (node) => {
      if (!node) return clusters.map(clusterNode);
      const view = views.get(node.clusterName);
      if (!view) return [];
      if (node.kind === 'topics') return topicsOf(node, view, asked.layoutOf);
      if (node.kind === 'liveTopic') return factNodes(node, 'topicFact', topicFacts(around(node, view)));
      if (node.kind === 'broker') return factNodes(node, 'brokerFact', factsOfBroker(node, asked));
      return childrenOf(node, view);
    },
    appearance: (node) => {
      const view = views.get(node.clusterName);
      if (view && node.kind === 'topics') return topicsAppearance(asked.layoutOf(node.clusterName));
      if (view && node.kind === 'liveTopic') {
        return liveTopicAppearance(layoutOfTopic(node, asked.layoutOf(node.clusterName)), around(node, view));
      }
      if (view && node.kind === 'topicFact') return factLook(node, topicFacts(around(node, view)));
      if (view && node.kind === 'brokerFact') return factLook(node, factsOfBroker(node, asked));
      return appearanceOf(node, view, asked);
    },
    parent: ({ kind, clusterName, topic, broker }) => {
      if (kind === 'cluster') return undefined;
      if (kind === 'broker') return viewNode({ kind: 'brokers', clusterName });
      if (kind === 'brokerFact' && broker !== undefined) return viewNode({ kind: 'broker', clusterName, broker });
      if (kind === 'liveTopic') return viewNode({ kind: 'topics', clusterName });
      if (kind === 'topicFact' && topic !== undefined) return viewNode({ kind: 'liveTopic', clusterName, topic });
      if (kind === 'unhealthyPartition') return viewNode({ kind: 'unhealthy', clusterName });
      return viewNode({ kind: 'cluster', clusterName });
    },
  };
}

function factNodes(
  { clusterName, topic, broker }: ViewNode,
  kind: 'topicFact' | 'brokerFact',
  facts: readonly TopicFact[],
): readonly ViewNode[] {
  const owner = { ...(topic !== undefined && { topic }), ...(broker !== undefined && { broker }) };
  return facts.map(({ id }) => viewNode({ kind, clusterName, ...owner, text: id }));
}

function factLook({ text }: ViewNode, facts: readonly TopicFact[]): Appearance {
  return facts.find(({ id }) => id === text)?.look ?? noteAppearance(l10n.t('This is gone'));
}

function factsOfBroker({ clusterName, broker = -1 }: ViewNode, { disksOf }: Asked): readonly TopicFact[] {
  return brokerFacts(disksOf(clusterName, broker));
}

function topicsOf(
  { clusterName }: ViewNode,
  { snapshot, connection }: ClusterView,
  layoutOf: (cluster: string) => Layout,
): readonly ViewNode[] {
  return snapshot && connection === 'connected' ? topicNodes(layoutOf(clusterName), clusterName) : [];
}

function childrenOf({ kind, clusterName }: ViewNode, view: ClusterView): readonly ViewNode[] {
  const { snapshot, connection, failure } = view;
  const isShown = snapshot !== undefined && connection === 'connected';
  if (kind === 'cluster') {
    const failures = failure ? [`${failure.message} ${failure.whatToDo}`.trim()] : [];
    const notes = [...failures, ...(isShown ? snapshot.problems : [])];
    return [
      ...notes.map((text) => viewNode({ kind: 'note', clusterName, text })),
      ...(isShown ? sections(snapshot, clusterName) : []),
    ];
  }
  if (!isShown) return [];
  if (kind === 'brokers')
    return snapshot.brokers.map(({ id }) => viewNode({ kind: 'broker', clusterName, broker: id }));
  if (kind !== 'unhealthy') return [];
  return [...snapshot.unhealthy]
    .sort((one, other) => SEVERITY.indexOf(one.state) - SEVERITY.indexOf(other.state))
    .map(({ topic, partition }) => viewNode({ kind: 'unhealthyPartition', clusterName, topic, partition }));
}

const SEVERITY: readonly UnhealthyPartition['state'][] = ['offline', 'below-min-isr', 'under-replicated'];

function sections({ controllerId }: ClusterSnapshot, clusterName: string): readonly ViewNode[] {
  return [
    viewNode({ kind: 'brokers', clusterName }),
    ...(controllerId === undefined ? [] : [viewNode({ kind: 'controller', clusterName })]),
    viewNode({ kind: 'topics', clusterName }),
    viewNode({ kind: 'unhealthy', clusterName }),
  ];
}

function appearanceOf(node: ViewNode, view: ClusterView | undefined, { layoutOf }: Asked): Appearance {
  if (node.kind === 'note') return noteAppearance(node.text ?? '', true);
  const { snapshot } = view ?? {};
  if (view && node.kind === 'cluster') return clusterAppearance(view, factsOf(snapshot));
  if (!snapshot) return noteAppearance(l10n.t('{0} is gone', node.clusterName));
  if (node.kind === 'brokers') return brokersAppearance(snapshot);
  if (node.kind === 'controller') return controllerAppearance(snapshot);
  if (node.kind === 'unhealthy') return unhealthyAppearance(snapshot.unhealthy, view?.staleMs !== undefined);
  if (node.kind === 'broker') {
    const layout = layoutOf(node.clusterName);
    const leaders =
      layout.kind === 'known' ? layout.layout.brokers.find(({ id }) => id === node.broker)?.leaders : undefined;
    return brokerAppearance(
      snapshot.brokers.find(({ id }) => id === node.broker),
      leaders,
    );
  }
  const { topic, partition } = node;
  return partitionNodeAppearance(snapshot.unhealthy.find((one) => one.topic === topic && one.partition === partition));
}

function factsOf(snapshot: ClusterSnapshot | undefined): ClusterFacts {
  if (!snapshot) return {};
  const version = snapshot.kafkaVersion === undefined ? undefined : `Kafka ${snapshot.kafkaVersion}`;
  const brokers = brokerCount(snapshot.brokers.length);
  return {
    ...described(version, brokers),
    tooltip: lines(
      version ?? l10n.t('The brokers do not tell their version.'),
      brokers,
      snapshot.clusterId === undefined ? undefined : l10n.t('Cluster id: {0}', snapshot.clusterId),
    ),
    spoken: spoken(version, brokers),
  };
}
