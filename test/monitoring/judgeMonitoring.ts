// `npm run judge:monitoring`: has promtool (on the path) check and test the generated files, and runs Prometheus (on the path) with
// them over three real brokers with the agent of the JMX exporter and our own exporter of lag. Records what was accepted, which
// queries had data, and which alerts held once a broker was killed and a group stopped.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ALERTS } from '../../server/src/monitoring/alerts';
import { DASHBOARDS } from '../../server/src/monitoring/dashboards';
import { EXPORTER_CONFIG } from '../../server/src/monitoring/exporterConfig';
import { scrapeFile } from '../../server/src/monitoring/scrapeFile';
import { monitoringFiles } from '../../server/src/monitoring/stack';
import { type Actors, startActors } from '../kafka/harness/actors';
import { type Cluster, startCluster } from '../kafka/harness/cluster';
import { KAFKA_4 } from '../kafka/harness/jars';
import { freePorts } from '../kafka/harness/ports';
import { agentJar } from '../kafka/metrics/agent';

const EXPECTATIONS = fileURLToPath(new URL('expectations/', import.meta.url));
const CLI = fileURLToPath(new URL('../../server/src/cli.ts', import.meta.url));
/** Instead of minutes: Prometheus looks every five seconds, which a busy machine needs for three brokers. */
const quick = (expr: string): string => expr.replace(/\$__rate_interval|\b\d+m(?=\])/g, '25s');

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-monitoring-'));
  try {
    const accepted = askPromtool(folder);
    const answers = await askPrometheus(folder);
    for (const [name, text] of Object.entries(accepted)) writeFileSync(EXPECTATIONS + name, text);
    writeFileSync(`${EXPECTATIONS}answers.json`, `${JSON.stringify(answers, undefined, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function askPromtool(folder: string): Record<string, string> {
  const files = monitoringFiles({ platform: 'hosts', nodes: [{ host: 'kafka-1.example.com' }] });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const ask = (...args: string[]): string => execFileSync('promtool', args, { cwd: folder, encoding: 'utf8' });
  console.log(ask('check', 'config', 'prometheus.yml') + ask('test', 'rules', 'kafka-alerts.test.yml'));
  return Object.fromEntries(
    files.filter(({ path }) => /^[\w.-]+\.yml$/.test(path)).map(({ path, text }) => [path, text]),
  );
}

async function askPrometheus(folder: string): Promise<unknown> {
  const [lag = 0, web = 0, ...agents] = await freePorts(5);
  writeFileSync(join(folder, 'exporter.yml'), EXPORTER_CONFIG);
  const cluster = await startCluster({
    release: KAFKA_4,
    brokers: 3,
    overrides: { 'min.insync.replicas': '3' },
    jvm: (id) => [`-javaagent:${agentJar('1.0.1')}=127.0.0.1:${agents[id - 1]}:${join(folder, 'exporter.yml')}`],
  });
  const nodes = agents.map((port) => ({ host: '127.0.0.1', port }));
  writeFileSync(
    join(folder, 'live.yml'),
    scrapeFile(nodes, 'kafka-alerts.yml', `127.0.0.1:${lag}`).replaceAll('15s', '5s'),
  );
  const actors = startActors(KAFKA_4, cluster.bootstrap());
  const children = [
    spawn(
      process.execPath,
      ['--import', 'tsx', CLI, 'lag', '--bootstrap-server', cluster.bootstrap(), '--serve', `127.0.0.1:${lag}`],
      { stdio: 'inherit' },
    ),
    spawn(
      'prometheus',
      ['--config.file=live.yml', '--storage.tsdb.path=data', `--web.listen-address=127.0.0.1:${web}`],
      { cwd: folder, stdio: 'ignore' },
    ),
  ];
  try {
    return await staged(cluster, actors, (expr) => query(web, expr));
  } finally {
    actors.dispose();
    for (const child of children) child.kill('SIGKILL');
    await cluster.dispose();
  }
}

type Ask = (expr: string) => Promise<number>;

async function staged(cluster: Cluster, actors: Actors, ask: Ask): Promise<unknown> {
  await actors.ask('topic', 'orders', 2, 3);
  await actors.ask('topic', 'single', 6, 1);
  await actors.ask('produce', 'orders', 0, 100);
  await actors.ask('member', 'one', 'orders-group', 'classic', 'orders');
  // Three brokers and the exporter of lag.
  for (let tries = 0; (await ask('up == 1')) < 4; tries++) {
    if (tries > 90) throw new Error('Not every target answers.');
    await sleep(1000);
  }
  for (let round = 0; round < 35; round++) {
    await actors.ask('produce', 'orders', round % 2, 20);
    await sleep(1000);
  }
  const queries = DASHBOARDS.flatMap(({ panels }) => panels.flatMap((panel) => panel.queries.map(([expr]) => expr)));
  const data = await asked([...new Set(queries)], ask);
  const rest = await asked(
    ALERTS.map(({ expr }) => expr),
    ask,
  );
  await actors.ask('leave', 'one');
  for (let round = 0; round < 30; round++) {
    await actors.ask('produce', 'orders', 0, 300);
    await sleep(1000);
  }
  const behind = await asked(
    ALERTS.map(({ expr }) => expr),
    ask,
  );
  await cluster.brokers[2]?.kill();
  await sleep(30_000);
  const killed = await asked(
    ALERTS.map(({ expr }) => expr),
    ask,
  );
  await cluster.brokers[1]?.kill();
  await sleep(25_000);
  const leaderless = await asked(
    ALERTS.map(({ expr }) => expr),
    ask,
  );
  const fired = ALERTS.filter(({ expr }) => [behind, killed, leaderless].some((one) => (one[expr] ?? 0) > 0));
  return {
    empty: Object.keys(data).filter((expr) => data[expr] === 0),
    data: Object.keys(data).filter((expr) => (data[expr] ?? 0) > 0),
    firedInGoodOrder: ALERTS.filter(({ expr }) => (rest[expr] ?? 0) > 0).map(({ name }) => name),
    fired: fired.map(({ name }) => name),
  };
}

async function asked(exprs: readonly string[], ask: Ask): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const expr of exprs) counts[expr] = await ask(quick(expr));
  return counts;
}

async function query(port: number, expr: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(expr)}`);
  const { data, error } = (await answer.json()) as { data?: { result: unknown[] }; error?: string };
  if (!data) throw new Error(`${expr}: ${error}`);
  return data.result.length;
}

void main();
