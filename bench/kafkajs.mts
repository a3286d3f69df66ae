// `npm run bench:kafkajs`: what the linter's fixes do to throughput and latency of KafkaJS code, on a real broker.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startActors } from '../test/kafka/harness/actors';
import { startCluster } from '../test/kafka/harness/cluster';
import { hasJava, KAFKA_4 } from '../test/kafka/harness/jars';
import { fixEverything } from './kafkajs/fixEverything.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const OUT = here('../out/bench-kafkajs');
/** Records that are handed over at a time, as an application that has a page of rows would. */
const PAGE = 1000;
const PARTITIONS = 3;
/** How long each side runs, in milliseconds. */
const PRODUCING = 8000;
const CONSUMING = 8000;

interface ProducerModule {
  connect(): Promise<void>;
  publish(events: readonly object[]): Promise<void>;
  disconnect(): Promise<void>;
}

interface ConsumerModule {
  start(handle: (message: object) => Promise<void>): Promise<void>;
  disconnect(): Promise<void>;
}

async function main(): Promise<void> {
  if (!hasJava()) throw new Error('The bench needs a JDK and mvn on the path, to run a real Kafka.');
  const cluster = await startCluster({ release: KAFKA_4, brokers: 1 });
  process.env.BENCH_BROKERS = cluster.bootstrap();
  process.env.KAFKAJS_NO_PARTITIONER_WARNING = '1';
  const actors = startActors(KAFKA_4, cluster.bootstrap());
  try {
    await actors.ask('topic', 'bench', PARTITIONS, 1);
    const before = await produce('producer', 'before');
    const after = await produce('producer', 'after');
    report('Producer, 1,000 records of some 200 bytes of JSON a call', 'records/s', before.rate, after.rate);
    report('p99 of the time until a call is acknowledged', 'ms', before.p99, after.p99);
    await fill(after.count);
    for (const work of ['none', '1 ms'] as const) {
      const slow = await consume('before', work);
      const fast = await consume('after', work);
      report(`Consumer, work for each record: ${work}`, 'records/s', slow, fast);
    }
  } finally {
    actors.dispose();
    await cluster.dispose();
  }
}

/** The fixture as it is, or what is left of it after every fix. */
async function moduleOf<Module>(name: string, when: 'before' | 'after', run = ''): Promise<Module> {
  const text = readFileSync(here(`kafkajs/${name}.mjs`), 'utf8');
  const fixed = fixEverything(text);
  if (when === 'after' && run === '') console.log(`\n${name}: ${fixed.titles.join('; ')}`);
  mkdirSync(OUT, { recursive: true });
  const file = `${OUT}/${name}-${when}${run}.mjs`;
  writeFileSync(file, when === 'before' ? text : fixed.text);
  return import(pathToFileURL(file).href) as Promise<Module>;
}

async function produce(name: string, when: 'before' | 'after'): Promise<{ rate: number; p99: number; count: number }> {
  const { connect, publish, disconnect } = await moduleOf<ProducerModule>(name, when);
  await connect();
  await publish(pageOf(0));
  const times: number[] = [];
  const start = performance.now();
  for (let page = 1; performance.now() - start < PRODUCING; page++) {
    const events = pageOf(page);
    const called = performance.now();
    await publish(events);
    times.push(performance.now() - called);
  }
  const seconds = (performance.now() - start) / 1000;
  await disconnect();
  return { rate: (times.length * PAGE) / seconds, p99: quantile(times, 0.99), count: times.length * PAGE };
}

function pageOf(page: number): object[] {
  return Array.from({ length: PAGE }, (_, index) => ({
    driver: `driver-${index}`,
    page,
    latitude: 37.7749 + index / 10_000,
    longitude: -122.4194 - index / 10_000,
    status: index % 3 === 0 ? 'waiting for passengers' : 'on the way to its passengers',
    vehicle: { make: 'example', seats: 4, plate: `AB ${index}` },
  }));
}

/** Enough to read for the consumers, whatever the producers have made. */
async function fill(count: number): Promise<void> {
  const { connect, publish, disconnect } = await moduleOf<ProducerModule>('producer', 'after', '-fill');
  await connect();
  for (let page = 0; page * PAGE < 400_000 - count; page++) await publish(pageOf(page));
  await disconnect();
}

async function consume(when: 'before' | 'after', work: 'none' | '1 ms'): Promise<number> {
  process.env.BENCH_GROUP = `bench-${when}-${work.replace(' ', '')}`;
  const { start, disconnect } = await moduleOf<ConsumerModule>('consumer', when, `-${work.replace(' ', '')}`);
  let count = 0;
  let first = 0;
  let last = 0;
  await start(async () => {
    last = performance.now();
    first ||= last;
    count++;
    if (work === '1 ms') await new Promise((resolve) => setTimeout(resolve, 1));
  });
  await new Promise((resolve) => setTimeout(resolve, CONSUMING + 3000));
  // A fast one is through before the time is over.
  const rate = count / ((last - first) / 1000);
  await disconnect();
  return rate;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function report(what: string, unit: string, before: number, after: number): void {
  const factor = unit === 'ms' ? before / after : after / before;
  const shown = (value: number): string => Math.round(value).toLocaleString('en');
  console.log(`${what}: ${shown(before)} ${unit} before, ${shown(after)} ${unit} after: ${factor.toFixed(1)} times`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});
