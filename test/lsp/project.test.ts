import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { BARE } from './support/capabilities';
import { type OpenDocument, TestClient } from './support/client';

const BROKER = `process.roles=broker
node.id=1
controller.quorum.voters=9@c.example.com:9093
controller.listener.names=CONTROLLER
listeners=CLIENTS://:9092
advertised.listeners=CLIENTS://kafka-1.example.com:9092
listener.security.protocol.map=CLIENTS:SSL,CONTROLLER:SSL
log.dirs=/var/lib/kafka
`;
const PRODUCER = 'bootstrap.servers=kafka-1.example.com:9092\nacks=all\n';
const RULE = 'project/listener-security';

describe('the files of a workspace together', () => {
  let client: TestClient;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
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
  const start = (configuration: object = {}, capabilities?: object) =>
    TestClient.start({
      folders: [uriOf('')],
      configuration: () => configuration,
      ...(capabilities && { capabilities }),
    });
  const changed = (name: string) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type: 2 }] });
  /** Asks until the answer is the wanted one, as an editor does after each request to refresh. */
  const until = async <T>(ask: () => Promise<T>, isIt: (answer: T) => boolean): Promise<T> => {
    for (let round = 0; ; round++) {
      const answer = await ask();
      if (isIt(answer)) return answer;
      if (round > 200) assert.fail(`still ${JSON.stringify(answer)}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const ours = async (document: OpenDocument): Promise<Diagnostic[]> =>
    (await document.diagnostics()).filter(({ code }) => code === RULE);

  it('are compared with what nobody has open, and both sides are named', async () => {
    write('kafka/server.properties', BROKER);
    client = await start();
    const document = await client.open(uriOf('app/producer.properties'), PRODUCER);
    const [found] = await until(
      () => ours(document),
      (all) => all.length === 1,
    );
    const related = found?.relatedInformation?.[0]?.location;
    assert.deepEqual(
      [related?.uri, related?.range.start],
      [uriOf('kafka/server.properties'), { line: 5, character: 0 }],
    );
    await document.change(`${PRODUCER}security.protocol=SSL\n`);
    assert.deepEqual(await ours(document), []);
  });

  it('are changed as one edit, of what is open with its version', async () => {
    write('kafka/server.properties', `${BROKER}min.insync.replicas=1\ndefault.replication.factor=2\n`);
    client = await start();
    const document = await client.open(uriOf('app/producer.properties'), `${PRODUCER}security.protocol=SSL\n`);
    const acks = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    const actions = await until(
      () => document.actions(acks, ['quickfix']),
      (all) => all.some(({ title }) => /^Set min\.insync\.replicas to 2/.test(title)),
    );
    const { edit } = actions.find(({ title }) => /^Set min\.insync\.replicas/.test(title)) ?? {};
    const [change, ...others] = edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change && others.length === 0);
    assert.deepEqual(change.textDocument, { uri: uriOf('kafka/server.properties'), version: null });
    assert.deepEqual(change.edits, [
      { range: { start: { line: 8, character: 20 }, end: { line: 8, character: 21 } }, newText: '2' },
    ]);
  });

  it('are read again when one changes on disk, goes, or is edited', async () => {
    write('kafka/server.properties', BROKER);
    client = await start();
    const document = await client.open(uriOf('app/producer.properties'), PRODUCER);
    await until(
      () => ours(document),
      (all) => all.length === 1,
    );
    write('kafka/server.properties', BROKER.replace('CLIENTS:SSL', 'CLIENTS:PLAINTEXT'));
    await changed('kafka/server.properties');
    await until(
      () => ours(document),
      (all) => all.length === 0,
    );
    const broker = await client.open(uriOf('kafka/server.properties'), BROKER);
    await until(
      () => ours(broker),
      (all) => all.length === 1,
    );
    await until(
      () => ours(document),
      (all) => all.length === 1,
    );
    assert.ok(client.requests.includes('workspace/diagnostic/refresh'));
    await broker.close();
    await until(
      () => ours(document),
      (all) => all.length === 0,
    );
    write('kafka/server.properties', BROKER);
    await changed('kafka/server.properties');
    await until(
      () => ours(document),
      (all) => all.length === 1,
    );
    unlinkSync(join(folder, 'kafka/server.properties'));
    await changed('kafka/server.properties');
    await until(
      () => ours(document),
      (all) => all.length === 0,
    );
  });

  it('have their findings without being open, where the settings ask for it', async () => {
    write('kafka/server.properties', BROKER);
    write('app/producer.properties', PRODUCER);
    write('node_modules/x/producer.properties', PRODUCER);
    client = await start({ run: 'workspace' });
    const ask = (previous: { uri: string; value: string }[]) =>
      client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: previous });
    const isOurs = ({ items }: WorkspaceDiagnosticReport) =>
      items.flatMap((item) => (item.kind === 'full' && item.items.some(({ code }) => code === RULE) ? [item.uri] : []));
    const report = await until(
      () => ask([]),
      (one) => isOurs(one).length > 1,
    );
    assert.deepEqual(isOurs(report).sort(), [uriOf('app/producer.properties'), uriOf('kafka/server.properties')]);
    const known = report.items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
    const next = ask(known);
    write('app/producer.properties', `${PRODUCER}security.protocol=SSL\n`);
    await changed('app/producer.properties');
    assert.deepEqual(isOurs(await next), []);
  });

  it('are pushed to a client that does not ask', async () => {
    write('kafka/server.properties', BROKER);
    write('app/producer.properties', PRODUCER);
    client = await TestClient.start({
      folders: [uriOf('')],
      capabilities: BARE,
      initializationOptions: { settings: { run: 'workspace' } },
    });
    const pushed = async () =>
      client.published.filter(({ diagnostics }) => diagnostics.some(({ code }) => code === RULE)).map(({ uri }) => uri);
    const uris = await until(pushed, (all) => all.length > 1);
    assert.deepEqual([...new Set(uris)].sort(), [uriOf('app/producer.properties'), uriOf('kafka/server.properties')]);
  });
});
