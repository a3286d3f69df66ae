import type { ClusterFacts } from '../../model/project';
import type { RunningCluster } from '../../model/running';
import { isBroker } from '../clusters/servers';

/** What rules would compare with files, and nothing else of the cluster. */
export interface WantedFacts {
  readonly brokers: readonly number[];
  readonly topics: readonly string[];
}

/** More are not asked for. */
const MOST_BROKERS = 100;
const MOST_TOPICS = 1000;

/** Undefined where no file has anything to do with the connected cluster. */
export function wantedOf(clusters: readonly ClusterFacts[], running: RunningCluster): WantedFacts | undefined {
  const uris = new Set(running.brokers.map(({ uri }) => uri));
  const own = clusters.filter(
    ({ running: link, servers, name, isStated }) =>
      link?.cluster === running || (isStated && name === running.name) || servers.some(({ uri }) => uris.has(uri)),
  );
  const claimed = own.length > 0 || clusters.some((cluster) => mayBe(cluster, running));
  if (!claimed) return undefined;
  const topics = own.flatMap((cluster) => [
    ...cluster.topics.flatMap(({ declares }) => declares?.topic ?? []),
    ...cluster.clients.flatMap((client) => client.topics.map(({ topic }) => topic)),
  ]);
  return {
    brokers: running.brokers.slice(0, MOST_BROKERS).map(({ id }) => id),
    topics: [...new Set(topics)].sort().slice(0, MOST_TOPICS),
  };
}

/** Whether a local node is the one that runs, only what it runs with tells. */
function mayBe({ servers }: ClusterFacts, { brokers }: RunningCluster): boolean {
  const endpoints = servers
    .filter((server) => isBroker(server) && !server.running)
    .flatMap((one) => one.endpoints ?? []);
  return brokers.some(({ host, port }) =>
    endpoints.some((one) => one.host === host.toLowerCase() && one.port === port),
  );
}
