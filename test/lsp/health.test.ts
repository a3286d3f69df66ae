import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, type WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import type { WorkspaceHealth } from '../../server/src/protocol/workspaceMessages';
import { TestClient } from './support/client';

const COMPOSE = `services:
  kafka:
    image: apache/kafka:3.9.0
    environment:
      KAFKA_NODE_ID: 1
      KAFKA_PROCESS_ROLES: broker,controller
      KAFKA_LISTENERS: PLAINTEXT://:9092,CONTROLLER://:9093
      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092
      KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER
      KAFKA_CONTROLLER_QUORUM_VOTERS: 1@kafka:9093
`;
const PRODUCER = 'bootstrap.servers=kafka:9092\nacks=1\n';

describe('the health of a workspace', () => {
  let client: TestClient;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
    write('compose.yml', COMPOSE);
    write('app/producer.properties', PRODUCER);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const uriOf = (name: string): string => `${pathToFileURL(folder).href}/${name}`;
  const start = async (configuration: object = {}): Promise<void> => {
    client = await TestClient.start({
      folders: [uriOf('')],
      configuration: () => configuration,
      initializationOptions: { health: true },
    });
  };
  const ask = (method: string): Promise<WorkspaceHealth> => client.connection.sendRequest(method, {});
  const filesWithFindings = async (): Promise<readonly string[]> => {
    const { items }: WorkspaceDiagnosticReport = await client.connection.sendRequest('workspace/diagnostic', {
      previousResultIds: [],
    });
    return items.flatMap((item) => (item.kind === 'full' && item.items.length > 0 ? [item.uri] : [])).sort();
  };

  it('has the findings of all files once somebody asks for them, whatever the settings say', async () => {
    await start({ run: 'openFiles' });
    const health = await ask('kafkaLint/lintWorkspace');
    assert.deepEqual([health.isWhole, health.isReading, health.kafka], [true, false, 2]);
    assert.deepEqual(await filesWithFindings(), [uriOf('app/producer.properties'), uriOf('compose.yml')]);
  });

  it('is not that of the whole workspace before', async () => {
    await start({ run: 'openFiles' });
    await new Promise<void>((resolve) => client.connection.onNotification('kafkaLint/healthChanged', resolve));
    const health = await ask('kafkaLint/workspaceHealth');
    assert.deepEqual([health.isWhole, health.isReading], [false, false]);
  });

  it('tells which files are one cluster, where each says so, and why', async () => {
    await start();
    const [cluster, ...others] = (await ask('kafkaLint/lintWorkspace')).clusters;
    assert.deepEqual(others, []);
    assert.deepEqual(
      cluster?.members.map(({ uri, range, role, reason }) => [uri, range.start.line, role, reason]),
      [
        [uriOf('compose.yml'), 4, 'combined', 'configures a node'],
        [uriOf('app/producer.properties'), 0, 'producer', 'connects to kafka:9092, where kafka of compose.yml listens'],
      ],
    );
  });

  it('tells what was not read: by its size, its content, or the settings', async () => {
    write('huge.properties', `bootstrap.servers=a:9092\n${'x=1\n'.repeat(300_000)}`);
    write('notes.yml', 'about: kafka\n');
    write('legacy/server.properties', 'broker.id=1\n');
    await start({ exclude: ['legacy/**'] });
    const { unreadable, unrecognized, excluded, files } = await ask('kafkaLint/lintWorkspace');
    assert.deepEqual(unreadable, { count: 1, uris: [uriOf('huge.properties')] });
    assert.deepEqual(unrecognized, { count: 1, uris: [uriOf('notes.yml')] });
    assert.deepEqual([excluded, files], [1, 4]);
  });

  it('stops when it is told to, and says how far it came', async () => {
    for (let at = 0; at < 300; at++) write(`many/p${at}.properties`, PRODUCER);
    await start();
    const source = new CancellationTokenSource();
    const request = client.connection.sendRequest<WorkspaceHealth>('kafkaLint/lintWorkspace', {}, source.token);
    source.cancel();
    assert.match((await request).limit ?? '', /^Canceled after \d+ files\.$/);
  });
});

describe('a file that shows versions', () => {
  it('is read again alone, and brings new findings only below its folder and only with another version', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
    const root = pathToFileURL(folder).href;
    for (const part of ['one', 'two']) {
      mkdirSync(join(folder, part));
      writeFileSync(join(folder, part, 'build.gradle'), "implementation 'org.apache.kafka:kafka-clients:3.6.2'\n");
      writeFileSync(join(folder, part, 'producer.properties'), 'bootstrap.servers=a:9092\nenable.metrics.push=false\n');
    }
    const client = await TestClient.start({ folders: [root], configuration: () => ({ run: 'workspace' }) });
    const ask = async (previousResultIds: { uri: string; value: string }[]) => {
      const report = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
        previousResultIds,
      });
      return report.items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
    };
    const change = (version: string) => {
      const text = `// ${Math.random()}\nimplementation 'org.apache.kafka:kafka-clients:${version}'\n`;
      writeFileSync(join(folder, 'one', 'build.gradle'), text);
      const changes = [{ uri: `${root}/one/build.gradle`, type: 2 }];
      return client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    };
    const first = await ask([]);
    assert.equal(first.length, 2);
    await change('3.6.1');
    await change('3.9.0');
    assert.deepEqual(
      (await ask(first)).map(({ uri }) => uri),
      [`${root}/one/producer.properties`],
    );
    await client.stop();
    rmSync(folder, { recursive: true });
  });
});
