import { type ExtensionContext, window } from 'vscode';
import {
  CLUSTER_FACTS,
  type ClusterFactsParams,
  CONNECTED_CLUSTERS,
  type ConnectedClustersParams,
} from '../../../server/src/protocol/clusterMessages';
import type { Connections } from '../connections/connections';
import type { Server } from '../server';
import { clusterFacts, connectedClusters } from './clusterFacts';
import { runningUri } from './runningUri';

/** What runs changes seldom: it is worth asking for again after this, in milliseconds, while somebody is here. */
const FRESH_MS = 2 * 60_000;

/** Lets the server compare files with what connected clusters run with. Nothing is asked for that no file has to do with. */
export function registerClusterFacts(
  { subscriptions }: Pick<ExtensionContext, 'subscriptions'>,
  server: Server,
  connections: Connections,
): void {
  let serial = 0;
  let told = '';
  let at = Date.now();
  const tell = (client = server.running()): void => {
    const clusters = connectedClusters(connections, serial, runningUri);
    const text = JSON.stringify(clusters);
    if (!client || text === told) return;
    told = text;
    const params: ConnectedClustersParams = { clusters };
    // A server that ends meanwhile is told again when it runs.
    void client.sendNotification(CONNECTED_CLUSTERS, params).catch(() => undefined);
  };
  const again = (): void => {
    if (!window.state.focused || Date.now() - at < FRESH_MS) return;
    at = Date.now();
    serial++;
    tell();
  };
  server.onCreate((client) => {
    client.onRequest(CLUSTER_FACTS, (params: ClusterFactsParams) => clusterFacts(params, connections, runningUri));
    client.onDidChangeState(() => {
      told = '';
      if (client.isRunning() && connectedClusters(connections, serial, runningUri).length > 0) tell(client);
    });
  });
  const timer = setInterval(again, FRESH_MS / 4);
  subscriptions.push(
    { dispose: () => clearInterval(timer) },
    connections.onDidChange(() => tell()),
    window.onDidChangeWindowState(again),
  );
}
