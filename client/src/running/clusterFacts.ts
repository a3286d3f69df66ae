import type { RunningConfig } from '../../../server/src/cluster/model';
import type {
  ClusterFactsParams,
  ClusterFactsResult,
  ConnectedCluster,
  WireSettings,
  WireTopic,
} from '../../../server/src/protocol/clusterMessages';
import type { RunningName } from '../../../server/src/protocol/runningUri';
import type { Connections } from '../connections/connections';

/** The document that shows what a part runs with. */
type UriOf = (part: RunningName, bootstrapServers: readonly string[]) => string;

/** What the server has to know of the connected clusters, to conclude which files belong to them. */
export function connectedClusters(
  connections: Pick<Connections, 'stateOf' | 'clusters'>,
  serial: number,
  uriOf: UriOf,
): readonly ConnectedCluster[] {
  return connections.clusters.flatMap(({ name, bootstrapServers, securityProtocol }): ConnectedCluster[] => {
    const state = connections.stateOf(name);
    if (state.kind !== 'connected') return [];
    const version = /^\d+\.\d+/.exec(state.first.kafkaVersion ?? '')?.[0];
    const brokers = state.first.brokers.map(({ id, host, port }) => {
      const part = { cluster: name, kind: 'broker', name: String(id) } as const;
      return { id, host, port, uri: uriOf(part, bootstrapServers) };
    });
    return [{ name, bootstrapServers, protocol: securityProtocol, ...(version && { version }), brokers, serial }];
  });
}

/** One request for the topics, and one for the configuration of each broker and of the topics together. */
export async function clusterFacts(
  { cluster: name, brokers, topics }: ClusterFactsParams,
  connections: Pick<Connections, 'stateOf' | 'clusters'>,
  uriOf: UriOf,
): Promise<ClusterFactsResult> {
  const state = connections.stateOf(name);
  if (state.kind !== 'connected') return null;
  const { cluster } = state;
  const wanted = new Set(topics);
  const layout = topics.length > 0 ? await cluster.layout() : undefined;
  const there = layout?.topics.filter(({ topic }) => wanted.has(topic)) ?? [];
  const { configs } = await cluster.configsOf([
    ...brokers.map((id) => ({ kind: 'broker' as const, name: String(id) })),
    ...there.map(({ topic }) => ({ kind: 'topic' as const, name: topic })),
  ]);
  const servers = connections.clusters.find((one) => one.name === name)?.bootstrapServers ?? [];
  const ofTopics = new Map(configs.filter(({ kind }) => kind === 'topic').map((config) => [config.name, config]));
  return {
    brokers: configs
      .filter(({ kind }) => kind === 'broker')
      .map((config) => ({ id: Number(config.name), settings: wireSettings(config) })),
    topics: there.map(({ topic, partitions, replicas }): WireTopic => {
      const config = ofTopics.get(topic);
      const uri = uriOf({ cluster: name, kind: 'topic', name: topic }, servers);
      return { topic, uri, partitions, replicas, ...(config && { settings: wireSettings(config) }) };
    }),
  };
}

/** What Kafka keeps to itself stays with it. */
function wireSettings({ settings }: RunningConfig): WireSettings {
  return Object.fromEntries(
    settings.map(({ key, value, source, isSensitive }) => [
      key,
      { source, ...(isSensitive ? { isSensitive: true as const } : value !== undefined && { value }) },
    ]),
  );
}
