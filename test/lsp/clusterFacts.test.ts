import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import type {
  ClusterFactsParams,
  CompareRunningParams,
  CompareRunningResult,
  ConnectedCluster,
  WireClusterFacts,
} from '../../server/src/protocol/clusterMessages';
import { type OpenDocument, TestClient } from './support/client';

const BROKER = `process.roles=broker
node.id=1
controller.quorum.voters=9@c.example.com:9093
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://:9092
advertised.listeners=PLAINTEXT://kafka-1.example.com:9092
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:SSL
log.dirs=/var/lib/kafka
num.io.threads=8
`;
const RUNNING = 'kafka-cluster:/shop/broker-1.properties?kafka-1.example.com%3A9092';

function connected(more: Partial<ConnectedCluster> = {}): ConnectedCluster {
  return {
    name: 'shop',
    bootstrapServers: ['kafka-1.example.com:9092'],
    protocol: 'PLAINTEXT',
    version: '4.1',
    brokers: [{ id: 1, host: 'kafka-1.example.com', port: 9092, uri: RUNNING }],
    serial: 0,
    ...more,
  };
}

function facts(settings: WireClusterFacts['brokers'][number]['settings']): WireClusterFacts {
  return { brokers: [{ id: 1, settings }], topics: [] };
}

describe('what connected clusters run with', () => {
  let client: TestClient;
  let folder: string;
  let asked: ClusterFactsParams[];
  let answer: WireClusterFacts | null;
  beforeEach(() => {
    asked = [];
    folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });
  const uriOf = (name: string): string => `${pathToFileURL(folder).href}/${name}`;
  const start = async (configuration: object = {}): Promise<void> => {
    client = await TestClient.start({
      folders: [uriOf('')],
      configuration: () => configuration,
      initializationOptions: { copyCommand: 'copy', health: true },
    });
    client.connection.onRequest('kafkaLint/clusterFacts', (params: ClusterFactsParams) => {
      asked.push(params);
      return answer;
    });
  };
  const connect = (...clusters: readonly ConnectedCluster[]) =>
    client.connection.sendNotification('kafkaLint/connectedClusters', { clusters });
  /** Once the next answer has been taken in. */
  const answered = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      client.connection.onRequest('kafkaLint/clusterFacts', (params: ClusterFactsParams) => {
        asked.push(params);
        client.connection.onNotification('kafkaLint/healthChanged', () => resolve());
        return answer;
      });
    });
  };
  const until = async (document: OpenDocument, isIt: (own: Diagnostic[]) => boolean): Promise<Diagnostic[]> => {
    for (let round = 0; round < 200; round++) {
      const own = await document.diagnostics();
      if (isIt(own)) return own;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return assert.fail(JSON.stringify(await document.diagnostics()));
  };
  const drift = (all: readonly Diagnostic[]) => all.filter(({ code }) => code === 'live/config-drift');

  it('is compared with the file of the broker, and a command to copy makes both the same', async () => {
    answer = facts({ 'num.io.threads': { value: '16', source: 'DYNAMIC_DEFAULT_BROKER_CONFIG' } });
    await start();
    const document = await client.open(uriOf('server.properties'), BROKER);
    await connect(connected());
    const [found] = drift(await until(document, (all) => drift(all).length > 0));
    assert.match(String(found?.message), /^num\.io\.threads is 16 in broker 1, not 8: it was set for all brokers/);
    assert.equal(found?.relatedInformation?.[0]?.location.uri, RUNNING);
    assert.deepEqual(asked, [{ cluster: 'shop', brokers: [1], topics: [] }]);
    const actions = await document.actions(found?.range ?? assert.fail(), ['quickfix']);
    const copied = actions.find(({ command }) => command?.command === 'copy')?.command?.arguments;
    assert.deepEqual(copied, [
      'kafka-configs.sh --bootstrap-server kafka-1.example.com:9092 --entity-type brokers --entity-default --alter --delete-config num.io.threads',
    ]);
    await connect();
    await until(document, (all) => drift(all).length === 0);
  });

  it('is shown as what the file would say, for a diff', async () => {
    answer = facts({
      'num.io.threads': { value: '16', source: 'STATIC_BROKER_CONFIG' },
      'log.retention.hours': { value: '', source: 'STATIC_BROKER_CONFIG' },
    });
    await start();
    const document = await client.open(uriOf('server.properties'), BROKER);
    await connect(connected());
    await until(document, (all) => drift(all).length > 0);
    const compare = (params: CompareRunningParams) =>
      client.connection.sendRequest<CompareRunningResult>('kafkaLint/compareRunning', params);
    const expected = [
      {
        uri: document.uri,
        cluster: 'shop',
        text: BROKER.replace('io.threads=8', 'io.threads=16'),
        differences: 1,
        unwritten: 0,
      },
    ];
    assert.deepEqual(await compare({ uri: document.uri }), expected);
    assert.deepEqual(await compare({ cluster: 'shop', kind: 'broker', name: '1' }), expected);
    assert.deepEqual(await compare({ cluster: 'shop', kind: 'broker', name: '2' }), []);
    assert.deepEqual(await compare({ uri: uriOf('other.properties') }), []);
  });

  it('is asked for again when it may have changed, and not otherwise', async () => {
    answer = facts({ 'num.io.threads': { value: '16', source: 'STATIC_BROKER_CONFIG' } });
    await start();
    const document = await client.open(uriOf('server.properties'), BROKER);
    await connect(connected());
    await until(document, (all) => drift(all).length > 0);
    answer = facts({ 'num.io.threads': { value: '8', source: 'STATIC_BROKER_CONFIG' } });
    await document.change(BROKER.replace('io.threads=8', 'io.threads=9'));
    await until(document, (all) => drift(all).some(({ message }) => String(message).includes('not 9')));
    assert.equal(asked.length, 1);
    await document.change(BROKER);
    await connect(connected({ serial: 1 }));
    await until(document, (all) => drift(all).length === 0);
    assert.equal(asked.length, 2);
  });

  it('is not even asked for where no file has to do with it', async () => {
    await start();
    const document = await client.open(uriOf('server.properties'), BROKER);
    const other = { id: 1, host: 'kafka-1.other.example.com', port: 9092, uri: RUNNING };
    const far = { name: 'far', brokers: [other], bootstrapServers: ['kafka-1.other.example.com:9092'] };
    answer = facts({ 'num.io.threads': { value: '16', source: 'STATIC_BROKER_CONFIG' } });
    await connect(connected(far), connected());
    await until(document, (all) => drift(all).length > 0);
    assert.deepEqual(
      asked.map(({ cluster }) => cluster),
      ['shop'],
    );
  });

  it('is what clients are compared with where no file has the brokers', async () => {
    mkdirSync(dirname(join(folder, 'app/x')), { recursive: true });
    writeFileSync(join(folder, 'app/consumer.properties'), 'bootstrap.servers=kafka-1.example.com:9092\ngroup.id=a\n');
    answer = facts({
      'message.max.bytes': { value: '2000000', source: 'STATIC_BROKER_CONFIG' },
      'process.roles': { value: 'broker', source: 'STATIC_BROKER_CONFIG' },
    });
    await start();
    const text = 'bootstrap.servers=kafka-1.example.com:9092\nacks=all\nmax.request.size=9000000\n';
    const document = await client.open(uriOf('app/producer.properties'), text);
    await connect(connected({ protocol: 'SSL' }));
    const isOf = (rule: string) => (all: readonly Diagnostic[]) => all.some(({ code }) => code === rule);
    const all = await until(document, isOf('project/message-size'));
    const size = all.find(({ code }) => code === 'project/message-size');
    assert.match(String(size?.message), /but broker 1 of shop accepts 2000000 bytes/);
    assert.ok(isOf('project/listener-security')(all), 'The connection shows that the listener speaks TLS.');
    const actions = await document.actions(size?.range ?? assert.fail(), ['quickfix']);
    assert.ok(!actions.some(({ title }) => title.includes('message.max.bytes')), 'What runs cannot be edited.');
  });

  it('belongs to the files that the settings name for it, wherever these say they run', async () => {
    answer = facts({ 'num.io.threads': { value: '16', source: 'STATIC_BROKER_CONFIG' } });
    await start({ clusterFiles: { shop: ['conf/**'] } });
    const local = BROKER.replace('kafka-1.example.com', 'localhost');
    const document = await client.open(uriOf('conf/server.properties'), local);
    await connect(connected({ brokers: [{ id: 1, host: 'localhost', port: 9092, uri: RUNNING }] }));
    await until(document, (all) => drift(all).length > 0);
  });

  it('tells of a broker on this machine only where all that names a node is the same', async () => {
    const local = BROKER.replaceAll('kafka-1.example.com', 'localhost');
    const names = {
      listeners: 'PLAINTEXT://:9092',
      'advertised.listeners': 'PLAINTEXT://localhost:9092',
      'controller.quorum.voters': '9@c.example.com:9093',
    };
    const settingsOf = (own: Record<string, string>) =>
      Object.fromEntries(Object.entries(own).map(([key, value]) => [key, { value, source: 'STATIC_BROKER_CONFIG' }]));
    answer = facts(settingsOf({ ...names, 'num.io.threads': '16', 'log.dirs': '/somewhere/else' }));
    await start();
    const document = await client.open(uriOf('server.properties'), local);
    const brokers = [{ id: 1, host: 'localhost', port: 9092, uri: RUNNING }];
    await connect(connected({ brokers }));
    await answered();
    assert.equal(asked.length, 1);
    assert.deepEqual(drift(await document.diagnostics()), []);
    answer = facts(settingsOf({ ...names, 'num.io.threads': '16', 'log.dirs': '/var/lib/kafka' }));
    await connect(connected({ brokers, serial: 1 }));
    await until(document, (all) => drift(all).length > 0);
  });
});
