import type { Cluster } from '../../cluster/cluster';
import { Poller, type PollerState } from '../../cluster/poller';
import { codeOf } from '../../disk/diskError';
import { CLEAN } from '../exitCode';
import type { LagOptions, ListenAddress } from '../lagArguments';
import { ClusterTrouble, explained } from './connect';
import { type LiveHost, stopped, tell } from './host';
import { type LagReading, lagReadings } from './lagReading';
import { startMetricsServer } from './metricsServer';

interface ServeOptions extends LagOptions {
  readonly serve: ListenAddress;
}

/** Serves what is known of the cluster until the process is asked to end; numbers that are too old are left out. */
export async function serveLag(cluster: Cluster, options: ServeOptions, host: LiveHost): Promise<number> {
  const read = lagReadings(options.groups);
  let reading: LagReading | undefined;
  let told: string | undefined;
  const onChange = ({ snapshot, failure, isRefreshing }: PollerState): void => {
    if (isRefreshing) return;
    if (failure && failure.message !== told) tell(host, explained(failure));
    told = failure?.message;
    if (!failure && snapshot && snapshot !== reading?.snapshot) reading = read(snapshot, performance.now());
  };
  const poller = new Poller({ cluster, intervalMs: options.intervalMs, onChange });
  try {
    const { address, server } = await startMetricsServer(options.serve, () => ({
      ...(reading && !poller.isStale && { reading }),
      isUp: reading !== undefined && poller.state.failure === undefined,
      ageSeconds: poller.ageMs === undefined ? undefined : poller.ageMs / 1000,
    }));
    tell(host, `Serving http://${address}/metrics.`);
    if (!isLoopback(options.serve.host)) tell(host, 'Everybody who reaches this address can read the metrics.');
    await stopped(host.stop);
    server.close();
    server.closeAllConnections();
    return CLEAN;
  } catch (error) {
    const { host: name, port } = options.serve;
    const reason = REASONS.get(codeOf(error) ?? '') ?? String(error);
    throw new ClusterTrouble([`Cannot listen on ${name}:${port}: ${reason}.`]);
  } finally {
    poller.dispose();
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EADDRINUSE', 'another program listens there'],
  ['EADDRNOTAVAIL', 'this machine has no such address'],
  ['EACCES', 'permission denied; ports below 1024 need special permissions'],
  ['ENOTFOUND', 'the host is unknown'],
]);

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
