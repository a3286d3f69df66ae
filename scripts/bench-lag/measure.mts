import { setTimeout as sleep } from 'node:timers/promises';
import { openCluster } from '../../server/src/cluster/cluster';
import type { ConnectionOptions } from '../../server/src/cluster/connection';
import type { ClusterSnapshot } from '../../server/src/cluster/model';
import { Poller } from '../../server/src/cluster/poller';
import { LagHistory } from '../../server/src/cluster/trend/history';
import { Trends } from '../../server/src/cluster/trend/trends';

const REFRESHES = 12;
const WATCHED_MS = 20_000;

/** Times in milliseconds, processor time in shares of one core, memory in bytes. */
export interface Measured {
  readonly first: number;
  readonly warm: number;
  readonly mostRequests: number;
  readonly memory: number;
  readonly pollingShare: number;
  readonly pausedShare: number;
  readonly partitions: number;
}

/** What a view costs that has the cluster on show: snapshot, trends and history, without the drawing. */
export async function measure(options: ConnectionOptions): Promise<Measured> {
  const before = await heapUsed();
  let requests = 0;
  const cluster = openCluster(options, {
    onRequest: () => {
      requests += 1;
    },
  });
  const trends = new Trends();
  const history = new LagHistory();
  const observe = (snapshot: ClusterSnapshot) => {
    trends.observe(snapshot, performance.now());
    history.observe(snapshot);
  };
  const times: number[] = [];
  const counts: number[] = [];
  let partitions = 0;
  for (let turn = 0; turn <= REFRESHES; turn++) {
    requests = 0;
    const start = performance.now();
    const snapshot = await cluster.refresh();
    times.push(performance.now() - start);
    counts.push(requests);
    observe(snapshot);
    partitions = snapshot.groups.reduce((sum, { total }) => sum + total.knownPartitions, 0);
  }
  const memory = (await heapUsed()) - before;
  const poller = new Poller({ cluster, intervalMs: 10_000, onChange: ({ snapshot }) => snapshot && observe(snapshot) });
  const pollingShare = await processorShare();
  poller.pause();
  const pausedShare = await processorShare();
  poller.dispose();
  const [first = 0, ...others] = times;
  const warm = others.sort((one, other) => one - other)[Math.floor(others.length / 2)] ?? 0;
  return { first, warm, mostRequests: Math.max(...counts.slice(1)), memory, pollingShare, pausedShare, partitions };
}

async function processorShare(): Promise<number> {
  const start = process.cpuUsage();
  const from = performance.now();
  await sleep(WATCHED_MS);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / (performance.now() - from);
}

/** Twice, since what the first collection lets go of is freed by the second. */
async function heapUsed(): Promise<number> {
  globalThis.gc?.();
  await sleep(100);
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
