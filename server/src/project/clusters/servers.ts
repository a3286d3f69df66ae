import type { ScopeFacts } from '../../model/project';
import { fileOf, templateOf } from './paths';
import { joinBy, unionsOf } from './unions';

/** The nodes of one cluster. */
export interface ServerGroup {
  readonly name: string;
  readonly nodes: readonly ScopeFacts[];
  readonly brokers?: number;
  readonly reason: string;
}

/** Sorts brokers and controllers into clusters. */
export function serverGroups(servers: readonly ScopeFacts[]): ServerGroup[] {
  const unions = unionsOf(servers);
  joinBy(unions, servers, (node) => linksOf(node).map((link) => `${neighborhoodOf(node)} ${link}`));
  return unions.sets().map(groupOf);
}

/** The files, or the one file, whose nodes may belong together. */
function neighborhoodOf({ uri, hosts, cluster }: ScopeFacts): string {
  return hosts.length > 0 || cluster ? uri : templateOf(uri);
}

/** What only nodes of one cluster have in common: addresses of its controllers, or its ZooKeeper. */
function linksOf({ settings }: ScopeFacts): string[] {
  const text = (key: string) => settings.get(key)?.text ?? '';
  const voters = text('controller.quorum.voters').split(',');
  const started = text('controller.quorum.bootstrap.servers').split(',');
  const controllers = [...voters.map((voter) => voter.replace(/^\s*\d+@/, '')), ...started];
  const zooKeeper = text('zookeeper.connect');
  return [...controllers.map((one) => one.trim()), zooKeeper && `zookeeper ${zooKeeper}`].filter(Boolean);
}

export function isBroker({ scope }: ScopeFacts): boolean {
  return scope.role === 'broker' || scope.role === 'combined';
}

function groupOf(nodes: readonly ScopeFacts[]): ServerGroup {
  const [first] = nodes;
  if (!first) return { name: '', nodes, reason: '' };
  const brokers = brokersOf(nodes);
  return { name: nameOf(first), nodes, reason: reasonOf(first, nodes), ...(brokers !== undefined && { brokers }) };
}

function nameOf({ cluster, name, uri }: ScopeFacts): string {
  return cluster?.name ?? name ?? fileOf(uri);
}

function reasonOf({ settings, cluster }: ScopeFacts, nodes: readonly ScopeFacts[]): string {
  if (cluster) return `is the Kafka resource ${cluster.name}`;
  if (nodes.length === 1) return 'configures a node';
  return settings.has('zookeeper.connect') ? 'shares its ZooKeeper' : 'shares its controllers';
}

/** A file that starts all nodes shows how many there are, and so do voters that are all brokers. */
function brokersOf(nodes: readonly ScopeFacts[]): number | undefined {
  const [first] = nodes;
  const brokers = nodes.filter(isBroker).length;
  if (first && first.scope.brokers !== undefined && nodes.every(({ uri }) => uri === first.uri)) {
    return Math.max(first.scope.brokers, brokers);
  }
  const voters = first?.settings.get('controller.quorum.voters')?.text?.split(',').length;
  const areAll = nodes.every(({ scope }) => scope.role === 'combined') && voters === nodes.length;
  return areAll ? brokers : undefined;
}
