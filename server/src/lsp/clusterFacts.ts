import type { RunningBroker, RunningCluster, RunningTopic } from '../model/running';
import { parseVersion } from '../model/version';
import { wantedOf } from '../project/running/wanted';
import {
  CLUSTER_FACTS,
  type ClusterFactsResult,
  CONNECTED_CLUSTERS,
  type ConnectedCluster,
  type ConnectedClustersParams,
  type WireClusterFacts,
} from '../protocol/clusterMessages';
import type { LanguageFeature, ServerContext } from './context';
import { soon } from './soon';

/** How long to wait for further changes of files before it is looked whether they want other facts, in milliseconds. */
const QUIET = 300;

interface Kept {
  readonly connected: ConnectedCluster;
  /** What was asked for last. */
  readonly asked?: string;
  readonly facts?: WireClusterFacts;
  readonly running: RunningCluster;
}

/** Connected clusters as a part of the project. The server opens no socket: it asks the client, and only for what files are compared with. */
export const clusterFacts: LanguageFeature = {
  capabilities: () => ({}),
  register(context) {
    const { connection, project } = context;
    const kept = new Map<string, Kept>();
    const publish = (): void => project.putRunning([...kept.values()].map(({ running }) => running));
    const lookSoon = soon(QUIET, () => {
      if (!project.result()) return;
      for (const one of kept.values()) void ask(one);
    });
    const ask = async (one: Kept): Promise<void> => {
      const { connected, running } = one;
      const wanted = wantedOf(project.index.clusters(), running);
      const id = JSON.stringify([connected.serial, wanted]);
      if (!wanted || id === one.asked) return;
      kept.set(connected.name, { ...one, asked: id });
      const answer = await factsFrom(context, { cluster: connected.name, ...wanted });
      // It has been disconnected, or asked for anew, meanwhile.
      if (!answer || kept.get(connected.name)?.asked !== id) return;
      kept.set(connected.name, { connected, asked: id, facts: answer, running: runningOf(connected, answer) });
      publish();
    };
    connection.onNotification(CONNECTED_CLUSTERS, ({ clusters }: ConnectedClustersParams) => {
      const before = new Map(kept);
      kept.clear();
      for (const connected of clusters) {
        const old = before.get(connected.name);
        kept.set(connected.name, { ...old, connected, running: runningOf(connected, old?.facts) });
      }
      publish();
      lookSoon();
    });
    project.onChange(() => {
      if (kept.size > 0) lookSoon();
    });
  },
};

async function factsFrom({ connection, log }: ServerContext, params: object): Promise<ClusterFactsResult> {
  try {
    return await connection.sendRequest<ClusterFactsResult>(CLUSTER_FACTS, params);
  } catch (error) {
    log.error('Asking for what a cluster runs with failed', error);
    return null;
  }
}

function runningOf(
  { name, bootstrapServers, protocol, version, brokers }: ConnectedCluster,
  facts?: WireClusterFacts,
): RunningCluster {
  const release = version === undefined ? undefined : parseVersion(version);
  const settings = new Map(facts?.brokers.map((broker) => [broker.id, broker.settings]));
  return {
    name,
    bootstrapServers,
    protocol,
    ...(release && { version: release }),
    brokers: brokers.map((broker): RunningBroker => {
      const own = settings.get(broker.id);
      return own ? { ...broker, settings: own } : broker;
    }),
    topics: facts?.topics.map((topic): RunningTopic => topic) ?? [],
  };
}
