import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { LagOptions } from '../../../server/src/cli/lagArguments';
import { runLag } from '../../../server/src/cli/live/lag';
import { type Actors, startActors } from '../harness/actors';
import { type Cluster, startCluster } from '../harness/cluster';
import { describeOffsets } from '../harness/groupCommand';
import { KAFKA_4 } from '../harness/jars';
import { needsKafka } from '../harness/needsKafka';
import { USERS } from '../harness/properties';
import { until } from './support/until';

const ONCE: LagOptions = { groups: [], format: 'json', watch: false, intervalMs: 2000 };

describe('kafka-lint lag at a real cluster', function () {
  this.timeout(120_000);
  needsKafka(this);
  const folder = mkdtempSync(join(tmpdir(), 'kafka-lag-'));
  let cluster: Cluster;
  let actors: Actors;
  before(async () => {
    cluster = await startCluster({ release: KAFKA_4, brokers: 1, tls: true });
    writeFileSync(join(folder, 'ca.pem'), cluster.certificates?.ca ?? '');
    actors = startActors(KAFKA_4, cluster.bootstrap());
    await actors.ask('topic', 'orders', 2, 1);
    for (const partition of [0, 1]) await actors.ask('produce', 'orders', partition, 10);
    await actors.ask('commit', 'billing', 'orders', 0, 4);
    await actors.ask('commit', 'billing', 'orders', 1, 10);
    await actors.ask('commit', 'ahead', 'orders', 0, 1000);
    await actors.ask('commit', 'gone"away"', 'orders', 0, 1);
  });
  after(async () => {
    actors?.dispose();
    await cluster?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(options: LagOptions, stop = new AbortController().signal) {
    const told = { out: '', err: '' };
    const code = await runLag(options, {
      cwd: folder,
      version: '0',
      stop,
      out: (text) => {
        told.out += text;
      },
      err: (text) => {
        told.err += text;
      },
    });
    return { code, ...told };
  }

  const login = (password = ''): LagOptions => {
    writeFileSync(
      join(folder, 'client.properties'),
      [
        'security.protocol=SASL_SSL',
        'sasl.mechanism=SCRAM-SHA-512',
        'sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\',
        `    username="alice" password="${password}";`,
        'ssl.truststore.type=PEM',
        'ssl.truststore.location=ca.pem',
      ].join('\n'),
    );
    return { ...ONCE, bootstrapServer: cluster.bootstrap('SASL_SSL'), commandConfig: 'client.properties' };
  };

  it('equals Kafka’s own tool, over TLS and with SCRAM', async () => {
    const { code, out, err } = await run(login(USERS.alice));
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    const ours = JSON.parse(out).groups.flatMap((group: ToldGroup) =>
      group.partitions.map(({ topic, partition, currentOffset, logEndOffset, lag }) =>
        [group.group, topic, partition, currentOffset, logEndOffset, lag].join(' '),
      ),
    );
    const tool = await describeOffsets(KAFKA_4, cluster.bootstrap());
    const theirs = tool.map(({ group, topic, partition, committed, logEnd, lag }) =>
      [group, topic, partition, committed, logEnd, lag].join(' '),
    );
    assert.deepEqual(ours.sort(), theirs.sort());
    assert.equal(ours.length, 4);
  });

  it('serves the same numbers under kafka_exporter’s names until it is ended', async () => {
    const controller = new AbortController();
    const told = { err: '' };
    const options = { ...ONCE, bootstrapServer: cluster.bootstrap(), serve: { host: '127.0.0.1', port: 0 } };
    const running = runLag(options, {
      cwd: folder,
      version: '0',
      stop: controller.signal,
      out: () => {},
      err: (text) => {
        told.err += text;
      },
    });
    try {
      const address = await until(
        async () => /http:\S+\/metrics/.exec(told.err)?.[0],
        (seen) => seen !== undefined,
      );
      const scrape = async () => (await fetch(address ?? '')).text();
      const text = await until(scrape, (seen) => seen.includes('kafka_consumergroup_lag{'));
      const lines = text.split('\n').filter((line) => /^kafka_consumergroup_lag\{/.test(line));
      assert.deepEqual(lines.sort(), [
        'kafka_consumergroup_lag{consumergroup="ahead",topic="orders",partition="0"} -990',
        'kafka_consumergroup_lag{consumergroup="billing",topic="orders",partition="0"} 6',
        'kafka_consumergroup_lag{consumergroup="billing",topic="orders",partition="1"} 0',
        'kafka_consumergroup_lag{consumergroup="gone\\"away\\"",topic="orders",partition="0"} 9',
      ]);
      assert.match(text, /^kafka_topic_partition_current_offset\{topic="orders",partition="1"\} 10$/m);
    } finally {
      controller.abort();
    }
    assert.equal(await running, 0);
  });

  it('tells again and again what changes, a line a look', async () => {
    const controller = new AbortController();
    const lines: string[] = [];
    const options = { ...ONCE, bootstrapServer: cluster.bootstrap(), watch: true, groups: ['billing'] };
    const running = runLag(options, {
      cwd: folder,
      version: '0',
      stop: controller.signal,
      out: (text) => void lines.push(text),
      err: (text) => assert.fail(String(text)),
    });
    const lags = () => lines.map((line) => JSON.parse(line).groups[0].lag as number);
    await until(
      async () => lags(),
      (seen) => isDeepStrictEqual(seen[0], 6),
    );
    await actors.ask('produce', 'orders', 1, 5);
    await until(
      async () => lags(),
      (seen) => seen.at(-1) === 11,
    );
    controller.abort();
    assert.equal(await running, 0);
  });

  it('says what is wrong, without a secret, and exits with 2', async () => {
    const refused = await run(login('wrong-secret'));
    assert.equal(refused.code, 2);
    assert.match(refused.err, /refused the user name or the password/);
    assert.ok(!refused.err.includes('wrong-secret'));
    const unknown = await run({ ...ONCE, bootstrapServer: cluster.bootstrap(), groups: ['nope'] });
    assert.deepEqual([unknown.code, unknown.out], [2, '']);
    assert.match(unknown.err, /There is no consumer group nope/);
    const nobody = await run({ ...ONCE, bootstrapServer: '127.0.0.1:1' });
    assert.equal(nobody.code, 2);
    assert.match(nobody.err, /Nothing listens at 127\.0\.0\.1:1/);
  });
});

interface ToldGroup {
  readonly group: string;
  readonly partitions: readonly Readonly<Record<string, string | number | null>>[];
}
