import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readArguments } from '../../../server/src/cli/arguments';
import { readCluster } from '../../../server/src/cli/live/describe';
import { run } from '../../../server/src/cli/run';
import { type Cluster as Client, openCluster } from '../../../server/src/cluster/cluster';
import { runningDocument } from '../../../server/src/cluster/document/runningDocument';
import { parseDocument } from '../../../server/src/formats/registry';
import { type Actors, startActors } from '../harness/actors';
import { type Cluster, startCluster } from '../harness/cluster';
import { type BrokerRelease, KAFKA_3, KAFKA_4 } from '../harness/jars';
import { needsKafka } from '../harness/needsKafka';
import { USERS } from '../harness/properties';
import { describeAll, runCommandLine, runTool } from '../harness/tools';

for (const release of [KAFKA_3, KAFKA_4] as const) {
  describe(`the running configuration of Kafka ${release}`, function () {
    this.timeout(120_000);
    needsKafka(this);
    let cluster: Cluster;
    let client: Client;
    before(async () => {
      cluster = await startCluster({ release, brokers: 1 });
      client = openCluster({
        brokers: cluster.bootstrap().split(','),
        requestTimeoutMs: 10_000,
        connectionTimeoutMs: 5000,
      });
      await createTopic(cluster, 'orders', ['cleanup.policy=[compact,delete]', 'retention.ms=3600000']);
      await alter(cluster, '--entity-default', 'log.cleaner.threads=2');
      await alter(cluster, '--entity-name 1', 'log.cleaner.io.buffer.size=1048576');
    });
    after(async () => {
      client?.close();
      await cluster?.dispose();
    });

    for (const { kind, name } of [
      { kind: 'broker', name: '1' },
      { kind: 'topic', name: 'orders' },
    ] as const) {
      it(`equals kafka-configs.sh --describe --all for a ${kind}`, async () => {
        await client.layout();
        const { configs, problems } = await client.configsOf([{ kind, name }]);
        assert.deepEqual(problems, []);
        const ours = (configs[0]?.settings ?? []).map(({ key, value = 'null' }) => [key, value] as const);
        const theirs = await describeAll(release, cluster.bootstrap(), `${kind}s`, name);
        assert.ok(theirs.size > 20, `The tool told ${theirs.size} settings.`);
        assert.deepEqual(new Map(ours), theirs);
      });
    }

    it('has topics as kafka-topics.sh --describe tells them', async () => {
      const { topics, brokers } = await client.layout();
      const own = topics.filter(({ isInternal }) => !isInternal);
      const { configs } = await client.configsOf(own.map(({ topic }) => ({ kind: 'topic', name: topic })));
      const described = await runTool(release, 'kafka-topics.sh', [
        '--bootstrap-server',
        cluster.bootstrap(),
        '--describe',
        '--exclude-internal',
      ]);
      const heads = described.split('\n').flatMap((line) => {
        const [, topic, partitions, replicas, set = ''] =
          /^Topic: (\S+)\s.*PartitionCount: (\d+)\s+ReplicationFactor: (\d+)\s+Configs: (.*)$/.exec(line) ?? [];
        return topic === undefined
          ? []
          : [[topic, Number(partitions), Number(replicas), set.split(/,(?=[\w.]+=)/).sort()]];
      });
      const ours = own.map(({ topic, partitions, replicas }) => {
        const settings = configs.find(({ name }) => name === topic)?.settings ?? [];
        const set = settings.filter(({ source }) => source !== 'DEFAULT_CONFIG');
        return [topic, partitions, replicas, set.map(({ key, value }) => `${key}=${value}`).sort()];
      });
      assert.deepEqual(ours, heads);
      assert.equal(heads.length, 1);
      const leaders = described.match(/Leader: 1\b/g)?.length ?? 0;
      const internal = topics
        .filter(({ isInternal }) => isInternal)
        .reduce((sum, { partitions }) => sum + partitions, 0);
      assert.equal(brokers[0]?.leaders, leaders + internal);
    });

    it('has the directories of the broker, with the room on their disks', async () => {
      const [dir, ...others] = await client.logDirsOf(1);
      const { configs } = await client.configsOf([{ kind: 'broker', name: '1' }], ['log.dirs']);
      assert.deepEqual(others, []);
      assert.equal(dir?.path, configs[0]?.settings[0]?.value);
      const { bsize, blocks } = await statfs(dirname(dir?.path ?? ''));
      assert.equal(dir?.totalBytes, BigInt(bsize) * BigInt(blocks));
      assert.ok((dir?.usableBytes ?? -1n) >= 0n && (dir?.usableBytes ?? 0n) <= (dir?.totalBytes ?? 0n));
    });

    it('is a document whose entries are what is set, read back as it is', async () => {
      const layout = await client.layout();
      const resources = [
        { kind: 'broker', name: '1' },
        { kind: 'topic', name: 'orders' },
      ] as const;
      const { configs } = await client.configsOf(resources);
      const [broker, topic] = configs.map((config) => {
        const text = runningDocument(config, { cluster: 'c', layout, takenAt: 0 });
        const path = `/c/${config.kind}-${config.name}.properties`;
        return parseDocument({ uri: `kafka-cluster:${path}`, path, text });
      });
      assert.deepEqual([broker?.scopes[0]?.role, topic?.scopes[0]?.role], ['combined', 'topic']);
      const said = (document: typeof broker) =>
        new Map(document?.entries.map(({ key, value }) => [key, value.kind === 'literal' ? value.text : value.kind]));
      assert.equal(said(broker).get('log.cleaner.threads'), '2');
      assert.equal(said(broker).get('log.cleaner.io.buffer.size'), '1048576');
      assert.ok(!said(broker).has('num.partitions') || said(broker).get('num.partitions') !== undefined);
      assert.deepEqual(
        said(topic),
        new Map([
          ['cleanup.policy', 'compact,delete'],
          ['retention.ms', '3600000'],
        ]),
      );
    });
  });
}

describe('kafka-lint --bootstrap-server', function () {
  this.timeout(120_000);
  needsKafka(this);
  const folder = mkdtempSync(join(tmpdir(), 'kafka-running-'));
  let cluster: Cluster;
  let actors: Actors;
  before(async () => {
    cluster = await startCluster({ release: KAFKA_4, brokers: 1, tls: true });
    actors = startActors(KAFKA_4, cluster.bootstrap());
    writeFileSync(join(folder, 'ca.pem'), cluster.certificates?.ca ?? '');
    writeFileSync(
      join(folder, 'client.properties'),
      [
        'security.protocol=SASL_SSL',
        'sasl.mechanism=SCRAM-SHA-256',
        `sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="alice" password="${USERS.alice}";`,
        'ssl.truststore.type=PEM',
        'ssl.truststore.location=ca.pem',
      ].join('\n'),
    );
    writeFileSync(join(folder, 'producer.properties'), 'bootstrap.servers=kafka-1:9092\nacks=all\nbatch.size=0\n');
    await createTopic(cluster, 'orders', ['unclean.leader.election.enable=true']);
    await alter(cluster, '--entity-default', 'unclean.leader.election.enable=true');
  });
  after(async () => {
    actors?.dispose();
    await cluster?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  async function lint(...args: readonly string[]) {
    const command = readArguments(['--format', 'json', ...args]);
    assert.ok(command.kind === 'lint' && command.options.cluster);
    const told = { out: '', err: '' };
    const host = {
      cwd: folder,
      version: '0',
      color: false,
      out: (text: string | Uint8Array) => {
        told.out += text;
      },
      err: (text: string | Uint8Array) => {
        told.err += text;
      },
      readStdin: () => Buffer.alloc(0),
    };
    const running = await readCluster(command.options.cluster, host);
    const code = running ? run(command, host, running) : 2;
    const findings: readonly Told[] = told.out === '' ? [] : JSON.parse(told.out).findings;
    return { code, findings, err: told.err };
  }

  const UNCLEAN = 'unclean.leader.election.enable';

  it('lints the cluster over TLS with SCRAM, and its commands do what they say', async () => {
    const args = ['--bootstrap-server', cluster.bootstrap('SASL_SSL'), '--command-config', 'client.properties'];
    const { code, findings, err } = await lint('--fail-on', 'hint', ...args);
    assert.deepEqual([code, err], [1, '']);
    const unclean = findings.filter(({ running }) => running?.key === UNCLEAN);
    assert.deepEqual(
      unclean.map(({ running }) => `${running?.kind} ${running?.name}`),
      ['broker 1', 'topic orders'],
    );
    for (const { fixes } of unclean) {
      const command = fixes.find((fix) => fix.command !== undefined)?.command ?? '';
      // Alice may not change anything; who copies the command has a login of his own.
      const asAnonymous = command.replace(/ --command-config \S+/, '').replace(/SASL_SSL/, '');
      const plain = asAnonymous.replace(/--bootstrap-server \S+/, `--bootstrap-server ${cluster.bootstrap()}`);
      await runCommandLine(KAFKA_4, plain);
    }
    const after = await lint(...args);
    assert.deepEqual(
      after.findings.filter(({ running }) => running?.key === UNCLEAN),
      [],
    );
  });

  it('lints files together with it', async () => {
    const { findings } = await lint('--bootstrap-server', cluster.bootstrap(), 'producer.properties');
    const inFile = findings.filter(({ running }) => running === undefined).map(({ file, rule }) => `${file} ${rule}`);
    assert.ok(inFile.includes('producer.properties producer/no-batching'), inFile.join('\n'));
    assert.ok(findings.some(({ running }) => running?.kind === 'broker'));
  });

  it('says what may not be seen, and goes on', async () => {
    await actors.ask('deny-cluster', 'alice');
    await createTopic(cluster, 'mails', ['unclean.leader.election.enable=true']);
    const args = ['--bootstrap-server', cluster.bootstrap('SASL_SSL'), '--command-config', 'client.properties'];
    const { findings, err } = await lint(...args);
    assert.match(
      err,
      /configuration of broker 1 is hidden: the user needs the permission DescribeConfigs on the cluster/,
    );
    assert.ok(findings.some(({ running }) => running?.name === 'mails'));
    assert.ok(findings.every(({ running }) => running?.kind !== 'broker'));
  });
});

interface Told {
  readonly file: string;
  readonly rule: string;
  readonly running?: Readonly<Record<'cluster' | 'kind' | 'name' | 'key', string>>;
  readonly fixes: readonly { readonly title: string; readonly command?: string }[];
}

async function createTopic({ release, ...cluster }: Cluster, name: string, configs: readonly string[]): Promise<void> {
  const config = configs.flatMap((one) => ['--config', one.replace(/[[\]]/g, '')]);
  const shape = ['--partitions', '2', '--replication-factor', '1'];
  const args = ['--bootstrap-server', cluster.bootstrap(), '--create', '--topic', name, ...shape, ...config];
  await runTool(release as BrokerRelease, 'kafka-topics.sh', args);
}

async function alter(cluster: Cluster, entity: string, config: string): Promise<void> {
  const target = ['--bootstrap-server', cluster.bootstrap(), '--entity-type', 'brokers', ...entity.split(' ')];
  await runTool(cluster.release, 'kafka-configs.sh', [...target, '--alter', '--add-config', config]);
}
