import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, it } from 'mocha';
import type { DocumentInfo } from '../../server/src/protocol/protocol';
import { BARE, FULL } from './support/capabilities';
import { type OpenDocument, TestClient } from './support/client';

const TEXT = 'bootstrap.servers=a:9092\nlinger.ms=1\nlinger.ms=5\n';

describe('settings', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const severityOf = async (document: OpenDocument): Promise<number | undefined> =>
    (await document.diagnostics()).find(({ code }) => code === 'properties/duplicate-key')?.severity;

  it('come from the editor, for each folder its own, the innermost around a file', async () => {
    const levels: Record<string, string> = { 'file:///w': 'error', 'file:///w/deep': 'hint', '': 'off' };
    client = await TestClient.start({
      folders: ['file:///w', 'file:///w/deep'],
      configuration: (folder) => ({ rules: { 'properties/duplicate-key': levels[folder] } }),
    });
    assert.equal(await severityOf(await client.open('file:///w/producer.properties', TEXT)), 1);
    assert.equal(await severityOf(await client.open('file:///w/deep/producer.properties', TEXT)), 4);
    assert.equal(await severityOf(await client.open('file:///elsewhere/producer.properties', TEXT)), undefined);
  });

  it('are asked for again when the editor says that they changed, and diagnostics are asked to be refreshed', async () => {
    let level = 'error';
    client = await TestClient.start({ configuration: () => ({ rules: { 'properties/*': level } }) });
    const document = await client.open('producer.properties', TEXT);
    const before = await document.report();
    assert.equal(await severityOf(document), 1);
    level = 'hint';
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const after = await document.report(before.resultId);
    assert.equal(after.kind, 'full');
    assert.equal(await severityOf(document), 4);
    assert.ok(client.requests.includes('workspace/diagnostic/refresh'));
  });

  it('come with the notification from a client that cannot be asked', async () => {
    client = await TestClient.start({
      capabilities: { textDocument: FULL.textDocument ?? {} },
      initializationOptions: { settings: { rules: { 'properties/duplicate-key': 'error' } } },
    });
    const document = await client.open('producer.properties', TEXT);
    assert.equal(await severityOf(document), 1);
    const settings = { kafkaLint: { rules: { 'properties/duplicate-key': 'information' } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    assert.equal(await severityOf(document), 3);
  });

  it('by glob name a role, a version, or leave files out', async () => {
    client = await TestClient.start({
      folders: ['file:///w'],
      configuration: () => ({
        exclude: ['legacy/**'],
        overrides: [{ files: ['mine/*.properties'], role: 'consumer', targetVersion: '3.1' }],
      }),
    });
    const info = async (uri: string): Promise<DocumentInfo | null> =>
      client.connection.sendRequest('kafkaLint/documentInfo', { uri });
    const mine = await client.open('file:///w/mine/x.properties', 'unclear=1\n');
    assert.deepEqual(await info(mine.uri), {
      uri: mine.uri,
      role: 'consumer',
      version: '3.1',
      versionSource: 'setting',
      findings: (await info(mine.uri))?.findings,
    });
    const legacy = await client.open('file:///w/legacy/producer.properties', TEXT);
    assert.equal(await info(legacy.uri), null);
    assert.deepEqual(await legacy.diagnostics(), []);
  });

  describe('in .kafka-lint.json', () => {
    let folder: string;
    const config = (text: string): void => writeFileSync(join(folder, '.kafka-lint.json'), text);
    const begin = async (text: string, configuration = {}): Promise<OpenDocument> => {
      folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
      config(text);
      const uri = pathToFileURL(folder).href;
      client = await TestClient.start({ folders: [uri], configuration: () => configuration });
      return client.open(`${uri}/producer.properties`, TEXT);
    };
    afterEach(() => rmSync(folder, { recursive: true }));

    it("win over the editor's, rule by rule", async () => {
      const document = await begin('{ "rules": { "properties/duplicate-key": "hint" } }', {
        rules: { 'properties/duplicate-key': 'error', 'producer/*': 'off' },
      });
      assert.equal(await severityOf(document), 4);
      assert.ok((await document.diagnostics()).every(({ code }) => !String(code).startsWith('producer/')));
    });

    it('are watched', async () => {
      const document = await begin('{ "rules": { "properties/duplicate-key": "hint" } }');
      assert.equal(await severityOf(document), 4);
      assert.ok(client.requests.includes('client/registerCapability'));
      config('{ "rules": { "properties/duplicate-key": "error" } }');
      const uri = `${pathToFileURL(folder).href}/.kafka-lint.json`;
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
      assert.equal(await severityOf(document), 1);
    });

    it('with mistakes are told of, and what is right in them holds', async () => {
      const document = await begin(
        '{ "rules": { "properties/duplicate-key": "error", "topic/*": "loud" }, "colour": 1 }',
      );
      assert.equal(await severityOf(document), 1);
      assert.equal(client.shown.length, 1);
      for (const part of ['"colour" is not a setting', 'rules["topic/*"]', '.kafka-lint.json']) {
        assert.ok(client.shown[0]?.includes(part), client.shown[0]);
      }
    });

    it('are the only ones in which an unknown name is a mistake, as an editor has settings of its own', async () => {
      await (await begin('{}', { trace: { server: 'off' }, inlayHints: 'sometimes' })).diagnostics();
      assert.equal(client.shown.length, 1);
      assert.ok(client.shown[0]?.includes('"inlayHints" must be'));
      assert.ok(!client.shown[0]?.includes('trace'));
    });

    it('that is no JSON is told of, and linting goes on', async () => {
      const document = await begin('{ "rules": ');
      assert.equal(await severityOf(document), 2);
      assert.match(client.shown[0] ?? '', /\.kafka-lint\.json:1:12: This is not JSON/);
    });
  });

  it('are read by the client where the server cannot reach the file', async () => {
    const files = new Map([
      ['vscode-vfs://host/repo/.kafka-lint.json', '{"rules":{"properties/duplicate-key":"error"}}'],
    ]);
    client = await TestClient.start({
      folders: ['vscode-vfs://host/repo'],
      initializationOptions: { readFile: true },
      files,
    });
    const document = await client.open('vscode-vfs://host/repo/producer.properties', TEXT);
    assert.equal(await severityOf(document), 1);
  });

  it('of a folder that is added hold for its open files, and no longer when it is removed', async () => {
    client = await TestClient.start({
      folders: ['file:///a'],
      configuration: (folder) => ({ rules: { 'properties/duplicate-key': folder === 'file:///b' ? 'error' : 'hint' } }),
    });
    const document = await client.open('file:///b/producer.properties', TEXT);
    assert.equal(await severityOf(document), 4);
    const change = (event: object) =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await change({ added: [{ uri: 'file:///b', name: 'b' }], removed: [] });
    assert.equal(await severityOf(document), 1);
    await change({ added: [], removed: [{ uri: 'file:///b', name: 'b' }] });
    assert.equal(await severityOf(document), 4);
  });

  it('that no client knows of are the defaults', async () => {
    client = await TestClient.start({ capabilities: { ...BARE, textDocument: { diagnostic: {} } } });
    assert.equal(await severityOf(await client.open('producer.properties', TEXT)), 2);
  });
});
