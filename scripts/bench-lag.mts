// `npm run bench:lag`: what a snapshot of 3 brokers, 200 groups and 1,000 partitions costs, beside Kafka's own tool.
// With `-- --vscode` what having that cluster on show costs the extension host of a real VS Code; with `--long` too, that
// of 2,000 groups and a topic of 1,000 partitions.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ConnectionOptions } from '../server/src/cluster/connection';
import { BUSY, fill, LONG, partitionsOf, type Shape, seed } from '../test/kafka/cluster/support/seed';
import { startActors } from '../test/kafka/harness/actors';
import { type Cluster, startCluster } from '../test/kafka/harness/cluster';
import { classPath, hasJava, KAFKA_4 } from '../test/kafka/harness/jars';
import { measure } from './bench-lag/measure.mjs';

const run = promisify(execFile);
const BROKERS = 3;

async function main(): Promise<void> {
  if (!hasJava()) throw new Error('There is no javac on the path. A JDK of version 17 or later and mvn are needed.');
  const shape = process.argv.includes('--long') ? LONG : BUSY;
  const cluster = await startCluster({ release: KAFKA_4, brokers: BROKERS });
  try {
    const brokers = cluster.bootstrap().split(',');
    const options: ConnectionOptions = { brokers, requestTimeoutMs: 30_000, connectionTimeoutMs: 10_000 };
    await seed(cluster, options, shape, 5);
    console.log(`Kafka ${KAFKA_4}: ${BROKERS} brokers, ${shape.groups} groups, ${partitionsOf(shape)} partitions`);
    if (process.argv.includes('--vscode')) await benchVSCode(cluster, shape);
    else await benchNode(cluster, options, shape);
  } finally {
    await cluster.dispose();
  }
}

async function benchNode(cluster: Cluster, options: ConnectionOptions, shape: Shape): Promise<void> {
  const { tool, rows } = await timeTool(cluster);
  const { first, warm, mostRequests, memory, pollingShare, pausedShare, partitions } = await measure(options);
  const bound = 4 * BROKERS + shape.groups + 2;
  tell('ConsumerGroupCommand --all-groups --describe', `${ms(tool)}  (${rows} rows)`);
  tell('our first snapshot, connecting included', `${ms(first)}  (${partitions} rows, 1/${Math.round(tool / first)})`);
  tell('a refresh, median', ms(warm));
  tell('requests in a refresh, at most', `${mostRequests}  (bound ${bound})`);
  tell('memory of snapshot, trends and history', megabytes(memory));
  tell('processor while polling every 10 s', share(pollingShare));
  tell('processor while connected and idle', share(pausedShare));
}

/** VS Code is asked for late: it is installed by the first who wants it. */
async function benchVSCode(cluster: Cluster, shape: Shape): Promise<void> {
  const { measureInVSCode } = await import('./bench-lag/vscode.mjs');
  const actors = startActors(KAFKA_4, cluster.bootstrap());
  try {
    for (const { name, processor, resident, heap } of await measureInVSCode(cluster.bootstrap(), () =>
      fill(actors, shape, 1),
    )) {
      tell(name, `${share(processor).padEnd(20)}${megabytes(resident)} resident, ${megabytes(heap)} heap`);
    }
  } finally {
    actors.dispose();
  }
}

/** With Java's own defaults, since the harness starts Java for a quick start and not for speed. */
async function timeTool(cluster: Cluster): Promise<{ readonly tool: number; readonly rows: number }> {
  const tool = 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand';
  const options = ['--bootstrap-server', cluster.bootstrap(), '--describe', '--all-groups', '--timeout', '300000'];
  const start = performance.now();
  const { stdout } = await run('java', ['-cp', classPath(KAFKA_4), tool, ...options], { maxBuffer: 256 * 1024 * 1024 });
  return { tool: performance.now() - start, rows: stdout.match(/^group-\d+ /gm)?.length ?? 0 };
}

function tell(what: string, figure: string): void {
  console.log(`${what.padEnd(48)}${figure}`);
}

const ms = (value: number) => `${value.toFixed(0)} ms`;
const share = (value: number) => `${(value * 100).toFixed(2)} % of a core`;
const megabytes = (value: number) => `${(value / 1e6).toFixed(0)} MB`;

await main();
