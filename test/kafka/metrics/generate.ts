// `npm run gen:metrics -- --configs FOLDER`: runs the JMX exporter's agent in real brokers with well-known configurations, and
// Kafka's clients with Micrometer and OpenTelemetry, and writes the names of the metrics that were seen. The folder has the
// configurations under the names of KNOWN; each is a file of the project that publishes it, and none is part of this one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type BeanAttribute, exportedBy } from '../../../server/src/catalogue/metrics/exporterRules';
import { stemOf } from '../../../server/src/catalogue/metrics/knownMetrics';
import { parseDocument } from '../../../server/src/formats/registry';
import { startActors } from '../harness/actors';
import { type Cluster, startCluster } from '../harness/cluster';
import { type BrokerRelease, KAFKA_3, KAFKA_4 } from '../harness/jars';
import { freePorts } from '../harness/ports';
import { agentJar } from './agent';
import { beansIn, EVERYTHING } from './beans';
import { isOfInstance, type Run, writeMetrics } from './compact';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** By the file's name, what people call it. */
const KNOWN: Readonly<Record<string, string>> = {
  'jmx-exporter-kafka-2_0_0.yml': 'kafka-2_0_0.yml',
  'jmx-exporter-kafka-kraft-3_0_0.yml': 'kafka-kraft-3_0_0.yml',
  'strimzi-kafka-metrics.yml': 'Strimzi',
  'confluent-kafka_broker.yml': 'Confluent',
};
/** The newest of each naming: 1.x takes suffixes away that 0.x leaves. */
const AGENTS = ['1.0.1', '1.0.1', '0.20.0'];

async function main(): Promise<void> {
  const folder = process.argv[process.argv.indexOf('--configs') + 1] ?? '';
  const configs = Object.entries(KNOWN).map(([file, name]) => ({
    name,
    text: readFileSync(join(folder, file), 'utf8'),
  }));
  const runs: Run[] = [];
  for (const release of [KAFKA_3, KAFKA_4] as const) runs.push(await observe(release, configs));
  writeMetrics(runs);
  for (const { name, text } of configs) judge(name, text, runs);
}

/** Our own reading of the configuration has to say what the agent did. */
function judge(config: string, text: string, runs: readonly Run[]): void {
  const [exporter] = parseDocument({ uri: '', path: 'exporter.yml', text })?.monitoring ?? [];
  const attributes = runs.flatMap(({ beans }) => [...beans].flatMap(([bean, keys]) => attributesOf(bean, keys)));
  const exported = exporter?.exporter && exportedBy(exporter.exporter, attributes);
  if (!exported) throw new Error(`${config} cannot be read.`);
  const stems = (names: Iterable<string>): Set<string> =>
    new Set([...names].filter((name) => name.startsWith('kafka_') && !isOfInstance(name)).map(stemOf));
  const own = stems(exported.map(({ name }) => name));
  const seen = stems(runs.flatMap(({ names }) => [...(names[config] ?? [])]));
  const differing = [...own].filter((name) => !seen.has(name)).concat([...seen].filter((name) => !own.has(name)));
  if (differing.length > 0) throw new Error(`${config}: the agent and we disagree about ${differing.join(', ')}.`);
}

function attributesOf(bean: string, keys: ReadonlySet<string>): BeanAttribute[] {
  return [...keys].map((key) => ({ text: bean + key.replace(/:$/, ''), isNumber: !key.endsWith(':') }));
}

async function observe(release: BrokerRelease, configs: readonly { name: string; text: string }[]): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-metrics-'));
  const ports = await freePorts(AGENTS.length + 1);
  const file = join(folder, 'exporter.yml');
  writeFileSync(file, EVERYTHING);
  const jvm = (id: number): string[] => [
    `-javaagent:${agentJar(AGENTS[id - 1] ?? '')}=127.0.0.1:${ports[id - 1]}:${file}`,
  ];
  const cluster = await startCluster({ release, brokers: 3, jvm });
  try {
    const clients = await work(cluster, release, ports.at(-1) ?? 0);
    const scrape = (): Promise<string[]> =>
      Promise.all(ports.slice(0, -1).map(async (port) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()));
    const beans = beansIn((await scrape()).join('\n'));
    const names: Record<string, Set<string>> = {};
    for (const { name, text } of configs) {
      // The agent reads a changed file again with the next scrape; the clock of files may be coarse.
      await sleep(1100);
      writeFileSync(file, text.replace(/^startDelaySeconds:.*$/m, ''));
      names[name] = new Set((await scrape()).flatMap(namesIn));
    }
    return { release, beans, names: { ...names, ...clients } };
  } finally {
    await cluster.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Something of everything: each kind of request, of group and of topic makes metrics that others do not. */
async function work(cluster: Cluster, release: BrokerRelease, port: number): Promise<Record<string, Set<string>>> {
  const actors = startActors(release, cluster.bootstrap());
  await actors.ask('topic', 'orders', 2, 3);
  await actors.ask('produce', 'orders', 0, 50);
  await actors.ask('committed-transaction', 'orders', 1, 5);
  await actors.ask('member', 'classic', 'classic-group', 'classic', 'orders');
  if (release === KAFKA_4) {
    await actors.ask('member', 'consumer', 'consumer-group', 'consumer', 'orders');
    await actors.ask('share', 'share-group', 'orders');
  }
  await actors.ask('delete-records', 'orders', 0, 10);
  const clients = clientNames(release, cluster.bootstrap(), port);
  actors.dispose();
  return clients;
}

function clientNames(release: BrokerRelease, bootstrap: string, port: number): Record<string, Set<string>> {
  const jars = here(`.cache/lib/${release}`);
  if (!existsSync(jars)) {
    const options = [`-Dkafka.version=${release}`, `-DoutputDirectory=${jars}`];
    execFileSync('mvn', ['-q', '-B', '-f', here('pom.xml'), ...options, 'dependency:copy-dependencies']);
  }
  const classes = here(`.cache/classes/${release}`);
  execFileSync('javac', ['-nowarn', '-d', classes, '-cp', `${jars}/*`, here('ClientMetrics.java')]);
  const args = ['-Xmx256m', '-cp', `${classes}:${jars}/*`, 'ClientMetrics', bootstrap, 'orders', String(port)];
  const lines = execFileSync('java', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n');
  const of = (program: string): Set<string> =>
    new Set(lines.filter((line) => line.startsWith(`${program} kafka_`)).map((line) => line.split(' ')[1] ?? ''));
  return { Micrometer: of('micrometer'), OpenTelemetry: of('opentelemetry') };
}

function namesIn(exposition: string): string[] {
  return exposition.split('\n').flatMap((line) => /^(kafka_[\w:]*)[{ ]/.exec(line)?.[1] ?? []);
}

void main();
