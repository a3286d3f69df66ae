import * as l10n from '@vscode/l10n';
import type { BrokerInfo, ClusterSnapshot, UnhealthyPartition } from '../../../../server/src/cluster/model';
import { brokerCount } from '../../counts';
import type { Layout } from '../../running/layouts';
import { type ClusterFacts, clusterAppearance } from '../clusterAppearance';
import { type ClusterView, clusterNode } from '../clusterView';
import { ICONS } from '../icons';
import { type Appearance, described, lines, spoken, type TreeModel, type ViewNode, viewNode } from '../node';
import { noteAppearance } from '../noteAppearance';
import { liveTopicAppearance, topicNodes, topicsAppearance } from './topics';
import { partitionNodeAppearance, unhealthyAppearance } from './unhealthy';

/** *Cluster*: brokers, controller, versions, topics, unhealthy partitions. Shows every cluster, also those not connected. */
export function overviewTree(clusters: readonly ClusterView[], layoutOf: (cluster: string) => Layout): TreeModel {
  const views = new Map(clusters.map((view) => [view.name, view]));
  return {
    children: (node) => {
      if (!node) return clusters.map(clusterNode);
      const view = views.get(node.clusterName);
      if (!view) return [];
      return node.kind === 'topics' ? topicsOf(node, view, layoutOf) : childrenOf(node, view);
    },
    appearance: (node) => {
      const view = views.get(node.clusterName);
      if (view && node.kind === 'topics') return topicsAppearance(layoutOf(node.clusterName));
      if (view && node.kind === 'liveTopic') return topicAppearance(node, view, layoutOf(node.clusterName));
      return appearanceOf(node, view);
    },
    parent: ({ kind, clusterName }) => {
      if (kind === 'cluster') return undefined;
      if (kind === 'broker') return viewNode({ kind: 'brokers', clusterName });
      if (kind === 'liveTopic') return viewNode({ kind: 'topics', clusterName });
      if (kind === 'unhealthyPartition') return viewNode({ kind: 'unhealthy', clusterName });
      return viewNode({ kind: 'cluster', clusterName });
    },
  };
}

function topicsOf(
  { clusterName }: ViewNode,
  { snapshot, connection }: ClusterView,
  layoutOf: (cluster: string) => Layout,
): readonly ViewNode[] {
  return snapshot && connection === 'connected' ? topicNodes(layoutOf(clusterName), clusterName) : [];
}

function topicAppearance({ topic }: ViewNode, { snapshot }: ClusterView, layout: Layout): Appearance {
  const found = layout.kind === 'known' ? layout.layout.topics.find((one) => one.topic === topic) : undefined;
  const readers = (snapshot?.groups ?? []).filter((group) => group.topics.some((one) => one.topic === topic));
  return liveTopicAppearance(
    found,
    readers.map(({ groupId }) => groupId),
  );
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

function appearanceOf(node: ViewNode, view: ClusterView | undefined): Appearance {
  if (node.kind === 'note') return noteAppearance(node.text ?? '', true);
  const { snapshot } = view ?? {};
  if (view && node.kind === 'cluster') return clusterAppearance(view, factsOf(snapshot));
  if (!snapshot) return noteAppearance(l10n.t('{0} is gone', node.clusterName));
  if (node.kind === 'brokers') return brokersAppearance(snapshot);
  if (node.kind === 'controller') return controllerAppearance(snapshot);
  if (node.kind === 'unhealthy') return unhealthyAppearance(snapshot.unhealthy, view?.staleMs !== undefined);
  if (node.kind === 'broker') return brokerAppearance(snapshot.brokers.find(({ id }) => id === node.broker));
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

function brokersAppearance({ brokers }: ClusterSnapshot): Appearance {
  const silent = brokers.filter(({ problem }) => problem !== undefined).length;
  const note = silent > 0 ? l10n.t('{0} not answering', silent) : undefined;
  const count = brokerCount(brokers.length);
  return {
    label: l10n.t('Brokers'),
    ...described(String(brokers.length), note),
    tooltip: lines(count, note),
    icon: silent > 0 ? ICONS.troubled : ICONS.broker,
    context: 'brokers',
    accessibleName: spoken(count, note),
    fold: 'expanded',
  };
}

function brokerAppearance(broker: BrokerInfo | undefined): Appearance {
  if (!broker) return noteAppearance(l10n.t('The broker is gone'));
  const { id, host, port, rack, isController, problem } = broker;
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const rackText = rack === undefined ? undefined : l10n.t('rack {0}', rack);
  const role = isController ? l10n.t('controller') : undefined;
  return {
    label: l10n.t('Broker {0}', id),
    ...described(address, rackText, role, problem && l10n.t('not answering')),
    tooltip: lines(
      l10n.t('Broker {0} at {1}', id, address),
      rackText,
      isController ? l10n.t('Active controller') : undefined,
      problem,
    ),
    icon: problem === undefined ? ICONS.broker : ICONS.offline,
    context: 'broker',
    accessibleName: spoken(l10n.t('Broker {0}', id), address, rackText, role, problem),
    fold: 'none',
  };
}

function controllerAppearance({ controllerId, brokers }: ClusterSnapshot): Appearance {
  const isBroker = brokers.some(({ id }) => id === controllerId);
  const id = String(controllerId);
  const text = isBroker ? l10n.t('broker {0}', id) : l10n.t('node {0}, no broker', id);
  return {
    label: l10n.t('Controller'),
    ...described(text),
    tooltip: l10n.t('The active controller is {0}.', text),
    icon: ICONS.controller,
    context: 'controller',
    accessibleName: l10n.t('Controller: {0}', text),
    fold: 'none',
  };
}
