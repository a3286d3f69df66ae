import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentInfo } from '../../server/src/protocol/protocol';
import { TestClient } from './support/client';

const PRODUCER = 'bootstrap.servers=a:9092\nenable.metrics.push=false\n';
const BROKER =
  'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=2@a:9093\nlog.dirs=/data\ncontroller.listener.names=C\n';
const gradle = (version: string) => `implementation 'org.apache.kafka:kafka-clients:${version}'\n`;

describe('files around a document', () => {
  let client: TestClient;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
    mkdirSync(join(folder, 'app', 'config'), { recursive: true });
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const uriOf = (name: string): string => `${pathToFileURL(folder).href}/${name}`;
  const targetOf = async (uri: string): Promise<string> => {
    const info: DocumentInfo | null = await client.connection.sendRequest('kafkaLint/documentInfo', { uri });
    return `${info?.versionSource} ${info?.version} ${info?.versionFile ?? ''}`.trim();
  };

  it('show the version: images for servers, builds for clients, the nearest first', async () => {
    write('docker-compose.yml', 'image: apache/kafka:3.9.0\n');
    write('app/compose.yaml', 'image: confluentinc/cp-kafka:7.6.0\n');
    write('app/build.gradle', gradle('3.6.2'));
    client = await TestClient.start({ folders: [uriOf('')] });
    const producer = await client.open(uriOf('app/config/producer.properties'), PRODUCER);
    assert.equal(await targetOf(producer.uri), 'workspace 3.6 build.gradle');
    const finding = (await producer.diagnostics()).find(({ code }) => code === 'properties/key-from-newer-version');
    assert.match(String(finding?.message), /build\.gradle shows Kafka 3\.6/);
    const broker = await client.open(uriOf('app/config/server.properties'), BROKER);
    assert.equal(await targetOf(broker.uri), 'workspace 3.6 compose.yaml');
    const outer = await client.open(uriOf('server.properties'), BROKER);
    assert.equal(await targetOf(outer.uri), 'workspace 3.9 docker-compose.yml');
  });

  it('yield to a directive, to a setting and to keys that 4.0 no longer has', async () => {
    write('docker-compose.yml', 'image: apache/kafka:4.0.0\n');
    client = await TestClient.start({
      folders: [uriOf('')],
      configuration: () => ({ overrides: [{ files: ['b.properties'], targetVersion: '3.3' }] }),
    });
    const stated = await client.open(uriOf('a.properties'), `# kafka-lint version=3.2\n${BROKER}`);
    assert.equal(await targetOf(stated.uri), 'directive 3.2');
    assert.equal(await targetOf((await client.open(uriOf('b.properties'), BROKER)).uri), 'setting 3.3');
    const old = await client.open(uriOf('server.properties'), 'broker.id=1\nzookeeper.connect=z:2181\nlog.dirs=/d\n');
    assert.equal(await targetOf(old.uri), 'content 3.9');
  });

  it('are watched, and none above the workspace folder is read', async () => {
    write('build.gradle', gradle('3.1.0'));
    write('app/build.gradle', gradle('3.6.2'));
    client = await TestClient.start({ folders: [uriOf('app')] });
    const { uri } = await client.open(uriOf('app/config/producer.properties'), PRODUCER);
    assert.equal(await targetOf(uri), 'workspace 3.6 build.gradle');
    write('app/build.gradle', gradle('3.8.1'));
    const changes = [{ uri: uriOf('app/build.gradle'), type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.equal(await targetOf(uri), 'workspace 3.8 build.gradle');
    write('app/build.gradle', '');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.match(await targetOf(uri), /^newest/);
  });

  it('are read by the client where the server cannot reach them', async () => {
    const root = 'vscode-vfs://host/repo';
    client = await TestClient.start({
      folders: [root],
      initializationOptions: { readFile: true },
      files: new Map([[`${root}/build.gradle`, gradle('3.5.0')]]),
    });
    const { uri } = await client.open(`${root}/config/producer.properties`, PRODUCER);
    assert.equal(await targetOf(uri), 'workspace 3.5 build.gradle');
  });
});
