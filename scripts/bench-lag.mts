// `npm run bench:lag`: what a snapshot of 3 brokers, 200 groups and 1,000 partitions costs, beside Kafka's own tool.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ConnectionOptions } from '../client/src/cluster/connection';
import { SIZE, seed } from '../test/kafka/cluster/support/seed';
import { type Cluster, startCluster } from '../test/kafka/harness/cluster';
import { classPath, hasJava, KAFKA_4 } from '../test/kafka/harness/jars';
import { measure } from './bench-lag/measure.mjs';

const run = promisify(execFile);
const BROKERS = 3;

async function main(): Promise<void> {
  if (!hasJava()) throw new Error('There is no javac on the path. A JDK of version 17 or later and mvn are needed.');
  const cluster = await startCluster({ release: KAFKA_4, brokers: BROKERS });
  try {
    const brokers = cluster.bootstrap().split(',');
    const options: ConnectionOptions = { brokers, requestTimeoutMs: 30_000, connectionTimeoutMs: 10_000 };
    await seed(cluster, options, 5);
    const { tool, rows } = await timeTool(cluster);
    const { first, warm, mostRequests, memory, pollingShare, pausedShare, partitions } = await measure(options);
    const bound = 4 * BROKERS + SIZE.groups + 2;
    console.log(`Kafka ${KAFKA_4}: ${BROKERS} brokers, ${SIZE.groups} groups, ${SIZE.partitions} partitions`);
    tell('ConsumerGroupCommand --all-groups --describe', `${ms(tool)}  (${rows} rows)`);
    tell(
      'our first snapshot, connecting included',
      `${ms(first)}  (${partitions} rows, 1/${Math.round(tool / first)})`,
    );
    tell('a refresh, median', ms(warm));
    tell('requests in a refresh, at most', `${mostRequests}  (bound ${bound})`);
    tell('memory of snapshot, trends and history', `${(memory / 1e6).toFixed(0)} MB`);
    tell('processor while polling every 10 s', share(pollingShare));
    tell('processor while connected and idle', share(pausedShare));
  } finally {
    await cluster.dispose();
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

await main();
