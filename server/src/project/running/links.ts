import type { ClusterFacts, ScopeFacts } from '../../model/project';
import type { RunningBroker, RunningCluster, RunningLink } from '../../model/running';
import { isGlobal } from '../clusters/addresses';
import { isBroker } from '../clusters/servers';
import { addressIn } from './addressIn';

/**
 * The clusters with what of them runs in a connected one. Only where that is certain: the settings say so, or a broker
 * of a file has the id and the address of one that runs, and no other file claims it.
 */
export function withLinks(clusters: readonly ClusterFacts[], running: readonly RunningCluster[]): ClusterFacts[] {
  if (running.length === 0) return [...clusters];
  const links = new Map<ClusterFacts, RunningLink[]>();
  for (const one of running) {
    const stated = clusters.filter(({ name, isStated }) => isStated && name === one.name);
    const claims = (stated.length > 0 ? stated : clusters.filter(({ isStated }) => !isStated)).flatMap((cluster) => {
      const link = linkOf(cluster, one, stated.length > 0);
      return link ? [{ cluster, link }] : [];
    });
    const [only, ...others] = claims;
    if (only && others.length === 0) links.set(only.cluster, [...(links.get(only.cluster) ?? []), only.link]);
  }
  return clusters.map((cluster) => {
    const [link, ...others] = links.get(cluster) ?? [];
    return link && others.length === 0 ? { ...cluster, running: link } : cluster;
  });
}

function linkOf(cluster: ClusterFacts, running: RunningCluster, isStated: boolean): RunningLink | undefined {
  const files = cluster.servers.filter((server) => isBroker(server) && !server.running);
  const brokers = files.flatMap((facts) => {
    const found = isStated ? byId(facts, running) : brokersAt(facts, running);
    return found.length > 0 ? [{ facts, brokers: found }] : [];
  });
  // Topics of files whose clients connect to it are its topics too.
  const isOwn = isStated || brokers.length > 0 || cluster.servers.some((server) => isOf(server, running));
  if (!isOwn) return undefined;
  const topics = cluster.topics.flatMap((facts) => {
    const topic = running.topics.find((one) => one.topic === facts.declares?.topic);
    return topic && !facts.running ? [{ facts, topic }] : [];
  });
  return { cluster: running, brokers, topics };
}

function isOf({ running, uri }: ScopeFacts, { brokers }: RunningCluster): boolean {
  return running === true && brokers.some((broker) => broker.uri === uri);
}

/** A file that configures all brokers alike has no id, as a resource of an operator. */
function byId(facts: ScopeFacts, { brokers }: RunningCluster): readonly RunningBroker[] {
  const id = idOf(facts);
  if (id === undefined) return facts.cluster ? brokers : [];
  return brokers.filter((broker) => String(broker.id) === id);
}

function idOf({ settings }: ScopeFacts): string | undefined {
  return (settings.get('node.id') ?? settings.get('broker.id'))?.text;
}

function brokersAt(facts: ScopeFacts, running: RunningCluster): readonly RunningBroker[] {
  const { endpoints = [], cluster } = facts;
  const isAt = (host: string, port: number) => endpoints.some((one) => one.host === host && one.port === port);
  if (cluster) {
    const addresses = running.bootstrapServers.flatMap((text) => addressIn(text) ?? []);
    return addresses.some(({ host, port }) => isAt(serviceOf(host), port)) ? running.brokers : [];
  }
  return byId(facts, running).filter((broker) => {
    const host = broker.host.toLowerCase();
    return isAt(host, broker.port) && (isGlobal(host) || isSameNode(facts, broker));
  });
}

/** `orders-kafka-bootstrap.kafka.svc` is the service `orders-kafka-bootstrap`. */
function serviceOf(host: string): string {
  return /^[\w-]+-kafka-bootstrap(?=\.)/.exec(host)?.[0] ?? host;
}

/** What hardly two brokers of one machine or of two networks of containers have in common. */
const IDENTITY = ['listeners', 'advertised.listeners', 'log.dirs', 'log.dir', 'controller.quorum.voters'];
/** So much of it has to be written. */
const LEAST = 3;

/** Names of this machine, and of containers, mean something else elsewhere: there the node has to be the same in all that names it. */
function isSameNode({ settings }: ScopeFacts, broker: RunningBroker): boolean {
  const own = IDENTITY.flatMap((key) => {
    const written = settings.get(key);
    return written ? [[key, written.text] as const] : [];
  });
  return (
    own.length >= LEAST && own.every(([key, text]) => text !== undefined && broker.settings?.[key]?.value === text)
  );
}
