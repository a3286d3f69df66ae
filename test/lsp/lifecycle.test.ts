import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'mocha';
import { serverBundle } from './support/bundle';
import { TestClient } from './support/client';

const TEXT = 'bootstrap.servers=a:9092\nlinger.ms=1\nlinger.ms=5\n';

describe('the server process', () => {
  it('says how it is used when it is not told how to speak', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [serverBundle()], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /Usage: kafka-config-language-server --stdio/);
    assert.equal(stdout, '');
  });

  it('prints its usage on request', () => {
    const { status, stdout } = spawnSync(process.execPath, [serverBundle(), '--help'], { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(stdout, /--stdio/);
  });

  it('ends when its input ends, without a shutdown', () => {
    const { status } = spawnSync(process.execPath, [serverBundle(), '--stdio'], { input: '', timeout: 10_000 });
    assert.equal(status, 1);
  });

  it('announces what it can', async () => {
    const client = await TestClient.start();
    const { capabilities, serverInfo } = client.result ?? {};
    assert.equal(serverInfo?.name, 'Kafka Config Lint');
    assert.deepEqual(capabilities?.textDocumentSync, { openClose: true, change: 2 });
    assert.ok(capabilities?.diagnosticProvider);
    assert.ok(capabilities.hoverProvider && capabilities.completionProvider && capabilities.inlayHintProvider);
    await client.stop();
    assert.equal(client.process.exitCode, 0);
  });
});

describe('a session goes on after', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start();
  });
  after(() => client.stop());
  const worksStill = async (): Promise<void> => {
    const document = await client.open('alive/producer.properties', TEXT);
    assert.ok((await document.diagnostics()).some(({ code }) => code === 'properties/duplicate-key'));
    await document.close();
  };

  for (const [what, text] of [
    ['binary bytes', `\u0000\u0001\ufffd${'\u0000'.repeat(1000)}`],
    ['a line of a megabyte', `bootstrap.servers=${'a'.repeat(1_000_000)}\nlinger.ms=5`],
    ['an escape that is none', 'bootstrap.servers=\\u12\nlinger.ms=\\uZZZZ\n'],
    ['a backslash at the end', 'bootstrap.servers=a\\'],
    ['lone surrogates', 'bootstrap.servers=\ud800\nlinger.ms=\udc00\n'],
    ['nothing at all', ''],
    ['a byte order mark alone', '\ufeff'],
    ['keys without end', 'a.b.c\n'.repeat(3000)],
    ['every kind of line end', 'bootstrap.servers=a\rlinger.ms=1\r\nacks=all\n\r\n\f=\n'],
  ] as const) {
    it(what, async () => {
      const document = await client.open('odd/producer.properties', text);
      const everything = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
      await document.diagnostics();
      await document.actions(everything);
      const requests = [
        document.request('textDocument/hover', { position: { line: 0, character: 3 } }),
        document.request('textDocument/completion', { position: { line: 1, character: 0 } }),
        document.request('textDocument/inlayHint', { range: everything }),
        document.request('textDocument/documentSymbol'),
        document.request('textDocument/foldingRange'),
        document.request('textDocument/semanticTokens/full'),
      ];
      await Promise.all(requests);
      await document.close();
      await worksStill();
    });
  }

  it('positions that no document has', async () => {
    const document = await client.open('producer.properties', TEXT);
    const position = { line: 500, character: 500 };
    await document.request('textDocument/hover', { position });
    await document.request('textDocument/completion', { position });
    await document.actions({ start: position, end: position });
    await document.close();
    await worksStill();
  });

  it('requests for a document that is not open', async () => {
    const textDocument = { uri: 'file:///nowhere/producer.properties' };
    const { connection } = client;
    assert.deepEqual(await connection.sendRequest('textDocument/diagnostic', { textDocument }), {
      kind: 'full',
      items: [],
    });
    assert.equal(await connection.sendRequest('kafkaLint/documentInfo', { uri: textDocument.uri }), null);
    assert.equal(
      await connection.sendRequest('kafkaLint/directiveEdit', { uri: textDocument.uri, role: 'broker' }),
      null,
    );
    await worksStill();
  });

  it('a change of a document that was closed, and one with a range beyond the text', async () => {
    const document = await client.open('gone/producer.properties', TEXT);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: document.uri } });
    await document.change('late');
    const other = await client.open('short/producer.properties', TEXT);
    const far = { line: 900, character: 9 };
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: other.uri, version: 2 },
      contentChanges: [{ range: { start: far, end: far }, text: 'acks=all\n' }],
    });
    assert.ok(Array.isArray(await other.diagnostics()));
    await other.close();
    await worksStill();
  });

  it('a file that is renamed while it is open: closed under one name, opened under another', async () => {
    const before = await client.open('producer.properties', TEXT);
    await before.close();
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: before.uri, type: 3 }],
    });
    const document = await client.open('log4j.properties', TEXT);
    assert.deepEqual(await document.diagnostics(), [], 'the new name is of another program');
    await document.close();
    await worksStill();
  });

  it('cancelled requests', async () => {
    const document = await client.open('producer.properties', TEXT);
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: document.uri } };
    const asked = client.connection.sendRequest('textDocument/diagnostic', params, source.token);
    source.cancel();
    await asked.catch((error: unknown) => assert.match(String(error), /cancel/i));
    await document.close();
    await worksStill();
  });

  it('malformed parameters, of which it tells the log', async () => {
    const broken = client.connection.sendRequest('textDocument/hover', { position: {} });
    assert.equal(await broken.catch(() => 'refused'), null);
    assert.ok(client.logged.some((message) => message.startsWith('Hover failed')));
    await worksStill();
  });
});
