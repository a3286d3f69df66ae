import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clusterFacts, connectedClusters } from '../../../client/src/running/clusterFacts';
import { type Cluster as Client, openCluster } from '../../../server/src/cluster/cluster';
import { lint } from '../../../server/src/engine/lint';
import { parseDocument } from '../../../server/src/formats/registry';
import type { Finding } from '../../../server/src/model/finding';
import { factsOf } from '../../../server/src/project/facts/fileFacts';
import { createProjectIndex } from '../../../server/src/project/projectIndex';
import { wantedOf } from '../../../server/src/project/running/wanted';
import { PROJECT_RULES } from '../../support/project';
import { type Cluster, startCluster } from '../harness/cluster';
import { KAFKA_3, KAFKA_4 } from '../harness/jars';
import { needsKafka } from '../harness/needsKafka';
import { runCommandLine, runTool } from '../harness/tools';

const TOPIC = `apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata:
  name: orders
  labels:
    strimzi.io/cluster: c
spec:
  partitions: 4
  replicas: 1
  config:
    retention.ms: 86400000
`;

for (const release of [KAFKA_3, KAFKA_4] as const) {
  describe(`drift between files and Kafka ${release}`, function () {
    this.timeout(120_000);
    needsKafka(this);
    let cluster: Cluster;
    let client: Client;
    /** The very file that the broker was started with. */
    let file: string;
    before(async () => {
      cluster = await startCluster({ release, brokers: 1, overrides: { 'log.retention.ms': '86400000' } });
      client = openCluster({
        brokers: cluster.bootstrap().split(','),
        requestTimeoutMs: 10_000,
        connectionTimeoutMs: 5000,
      });
      const { configs } = await client.refresh().then(() => client.configsOf([{ kind: 'broker', name: '1' }]));
      const data = configs[0]?.settings.find(({ key }) => key === 'log.dirs')?.value ?? '';
      file = join(dirname(data), 'server.properties');
    });
    after(async () => {
      client?.close();
      await cluster?.dispose();
    });
    const configs = (...args: readonly string[]) =>
      runTool(release, 'kafka-configs.sh', ['--bootstrap-server', cluster.bootstrap(), ...args]);

    /** The findings in a text that stands for the file, as the client and the server find them together. */
    async function driftIn(uri: string, text: string, assigned?: string): Promise<readonly Finding[]> {
      const first = await client.refresh();
      const settings = { name: 'c', bootstrapServers: [cluster.bootstrap()], securityProtocol: 'PLAINTEXT' } as const;
      const connections = {
        clusters: [settings],
        stateOf: () => ({ kind: 'connected', cluster: client, first }) as const,
      };
      const [connected] = connectedClusters(connections, 0, ({ name }) => `kafka-cluster:/c/broker-${name}.properties`);
      const { version, ...rest } = connected ?? assert.fail();
      const running = { ...rest, version: version as '4.0', topics: [] };
      const document = parseDocument({ uri, path: uri.slice('file://'.length), text }) ?? assert.fail();
      const index = createProjectIndex(PROJECT_RULES);
      index.put(uri, factsOf(document), assigned);
      index.putRunning([running]);
      const wanted = wantedOf(index.clusters(), running) ?? assert.fail('No file has to do with the cluster.');
      const answer = await clusterFacts(
        { cluster: 'c', ...wanted },
        connections,
        ({ name }) => `kafka-cluster:/c/${name}`,
      );
      const { brokers = [], topics = [] } = answer ?? {};
      const settingsOf = new Map(brokers.map((broker) => [broker.id, broker.settings]));
      index.putRunning([
        {
          ...running,
          topics,
          brokers: running.brokers.map((one) => ({ ...one, settings: settingsOf.get(one.id) ?? {} })),
        },
      ]);
      const { findings } = lint(document, { severityOf: () => undefined }, index.reportsOf(uri));
      return findings.filter(({ rule }) => rule === 'live/config-drift');
    }
    const driftOfFile = () => driftIn('file:///p/server.properties', readFileSync(file, 'utf8'));
    const said = (findings: readonly Finding[]) => findings.map(({ message }) => message);
    const commandOf = ([finding]: readonly Finding[]) =>
      finding?.fixes.find(({ command }) => command !== undefined)?.command ?? assert.fail('There is no command.');

    it('is none as long as nobody has changed anything', async () => {
      assert.deepEqual(said(await driftOfFile()), []);
    });

    for (const [entity, who] of [
      [['--entity-default'], 'all brokers'],
      [['--entity-name', '1'], 'the broker while it ran'],
    ] as const) {
      it(`is what was set for ${who}, until the copied command has been run`, async () => {
        await configs('--entity-type', 'brokers', ...entity, '--alter', '--add-config', 'log.retention.ms=3600000');
        const found = await driftOfFile();
        assert.deepEqual(said(found), [
          `log.retention.ms is 3600000 in broker 1, not 86400000: it was set for ${who}, which overrides the file.`,
        ]);
        await runCommandLine(release, commandOf(found));
        assert.deepEqual(said(await driftOfFile()), []);
      });
    }

    it('is what the file says and no broker has read, until the copied command has been run', async () => {
      const before = readFileSync(file, 'utf8');
      writeFileSync(file, before.replace('log.retention.ms=86400000', 'log.retention.ms=7200000'));
      const found = await driftOfFile();
      assert.deepEqual(said(found), [
        'log.retention.ms is 86400000 in broker 1, not 7200000: the file takes effect when the broker restarts.',
      ]);
      await runCommandLine(release, commandOf(found));
      assert.deepEqual(said(await driftOfFile()), []);
      await configs('--entity-type', 'brokers', '--entity-name', '1', '--alter', '--delete-config', 'log.retention.ms');
    });

    it('ends with a restart', async () => {
      writeFileSync(file, readFileSync(file, 'utf8').replace('num.io.threads=4', 'num.io.threads=3'));
      assert.equal((await driftOfFile()).length, 2);
      await cluster.brokers[0]?.stop();
      await cluster.brokers[0]?.start();
      client.reconnect();
      assert.deepEqual(said(await driftOfFile()), []);
    });

    it('of a topic is its partitions and its settings, and both have a command', async () => {
      const shape = ['--create', '--topic', 'orders', '--partitions', '2', '--replication-factor', '1'];
      await runTool(release, 'kafka-topics.sh', ['--bootstrap-server', cluster.bootstrap(), ...shape]);
      const drift = () => driftIn('file:///p/orders.yaml', TOPIC, 'c');
      const found = await drift();
      assert.deepEqual(said(found), [
        'Topic orders has 2 partitions, not 4: nobody has added any yet.',
        'retention.ms of topic orders is 7200000, not 86400000: it was created or changed otherwise.',
      ]);
      for (const finding of found) await runCommandLine(release, commandOf([finding]));
      assert.deepEqual(said(await drift()), []);
    });
  });
}
