import type { Cluster } from '../../cluster/cluster';
import { Poller } from '../../cluster/poller';
import { jsonText } from '../../escape/json';
import { CLEAN, TROUBLE } from '../exitCode';
import type { LagOptions } from '../lagArguments';
import { ClusterTrouble, clusterTrouble, connectionFor, explained } from './connect';
import { type LiveHost, stopped, tell } from './host';
import { lagJson } from './lagJson';
import { type LagReading, lagReadings, missingGroups } from './lagReading';
import { lagTable } from './lagTable';
import { serveLag } from './serveLag';

/** `kafka-lint lag`; gives the exit code. */
export async function runLag(options: LagOptions, host: LiveHost): Promise<number> {
  try {
    const connection = await connectionFor(options, host.cwd);
    // What talks to Kafka is a bundle of its own, which the extension reads too.
    const { openCluster } = await import('../../cluster/cluster');
    const cluster = openCluster(connection, { wholeTopics: options.serve !== undefined });
    if (options.serve) return await serveLag(cluster, { ...options, serve: options.serve }, host);
    return options.watch ? await watchLag(cluster, options, host) : await lagOnce(cluster, options, host);
  } catch (error) {
    for (const line of clusterTrouble(error).lines) tell(host, line);
    return TROUBLE;
  }
}

async function lagOnce(cluster: Cluster, options: LagOptions, host: LiveHost): Promise<number> {
  try {
    const snapshot = await cluster.refresh();
    for (const problem of snapshot.problems) tell(host, problem);
    const missing = missingGroups(snapshot, options.groups);
    if (missing.length > 0) throw new ClusterTrouble(missing.map((name) => `There is no consumer group ${name}.`));
    const reading = lagReadings(options.groups)(snapshot, performance.now());
    host.out(options.format === 'json' ? jsonText(lagJson(reading)) : lagTable(reading, options.groups.length > 0));
    return CLEAN;
  } finally {
    cluster.close();
  }
}

/** Until the process is asked to end; a look that fails is told, and the next one is taken all the same. */
async function watchLag(cluster: Cluster, options: LagOptions, host: LiveHost): Promise<number> {
  const read = lagReadings(options.groups);
  let shown: LagReading['snapshot'] | undefined;
  let told: unknown;
  const poller = new Poller({
    cluster,
    intervalMs: options.intervalMs,
    onChange: ({ snapshot, failure, isRefreshing }) => {
      if (isRefreshing) return;
      if (failure && failure.message !== told) tell(host, explained(failure));
      told = failure?.message;
      if (failure || !snapshot || snapshot === shown) return;
      shown = snapshot;
      host.out(watchText(read(snapshot, performance.now()), options));
    },
  });
  await stopped(host.stop);
  poller.dispose();
  return CLEAN;
}

/** JSON is a line a look, which scripts read line by line. */
function watchText(reading: LagReading, { format, groups }: LagOptions): string {
  if (format === 'json') return `${JSON.stringify(lagJson(reading))}\n`;
  const time = new Date(reading.snapshot.takenAt).toISOString().slice(0, 19).replace('T', ' ');
  return `${time} UTC\n${lagTable(reading, groups.length > 0)}\n`;
}
