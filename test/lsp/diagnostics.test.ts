import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { BARE, FULL } from './support/capabilities';
import { TestClient } from './support/client';

const PRODUCER = 'bootstrap.servers=a:9092\nlinger.ms=0\nlinger.ms=5\nlingr.ms=7\n';

describe('diagnostics', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('carry rule, place, page, tags and related places', async () => {
    client = await TestClient.start({ initializationOptions: { docsBase: 'https://rules.example/' } });
    const document = await client.open('producer.properties', PRODUCER);
    const found = await document.diagnostics();
    const duplicate = found.find(({ code }) => code === 'properties/duplicate-key');
    assert.ok(duplicate);
    assert.deepEqual(duplicate.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 11 } });
    assert.equal(duplicate.source, 'kafka-lint');
    assert.equal(duplicate.severity, 2);
    assert.deepEqual(duplicate.tags, [1]);
    assert.deepEqual(duplicate.codeDescription, { href: 'https://rules.example/properties/duplicate-key.md' });
    assert.equal(duplicate.relatedInformation?.[0]?.location.range.start.line, 2);
    assert.ok(found.some(({ code }) => code === 'properties/unknown-key'));
  });

  it('link to the page of their rule where the client says how its address is made', async () => {
    client = await TestClient.start({ initializationOptions: { docsBase: 'https://rules.example/{rule}.html' } });
    const [first] = await (await client.open('producer.properties', PRODUCER)).diagnostics();
    assert.equal(first?.codeDescription?.href, `https://rules.example/${first?.code}.html`);
  });

  it('leave out what the client does not claim to know', async () => {
    client = await TestClient.start({
      capabilities: { ...FULL, textDocument: { diagnostic: {} } },
      initializationOptions: { docsBase: 'https://rules.example/' },
    });
    const [first] = await (await client.open('producer.properties', PRODUCER)).diagnostics();
    assert.ok(first);
    assert.deepEqual(Object.keys(first).sort(), ['code', 'message', 'range', 'severity', 'source']);
  });

  it('follow every change', async () => {
    client = await TestClient.start();
    const document = await client.open('producer.properties', 'bootstrap.servers=a:9092\nacks=al\nlinger.ms=5\n');
    const codes = async () => (await document.diagnostics()).map(({ code }) => code);
    assert.ok((await codes()).includes('properties/invalid-value'));
    await document.change('l', { start: { line: 1, character: 7 }, end: { line: 1, character: 7 } });
    assert.equal(document.text.split('\n')[1], 'acks=all');
    assert.ok(!(await codes()).includes('properties/invalid-value'));
  });

  it('are not sent again while nothing changes', async () => {
    client = await TestClient.start();
    const document = await client.open('producer.properties', PRODUCER);
    const first = await document.report();
    assert.equal(first.kind, 'full');
    const second = await document.report(first.resultId);
    assert.equal(second.kind, 'unchanged');
    await document.change(`${PRODUCER}\n`);
    assert.equal((await document.report(first.resultId)).kind, 'unchanged', 'nothing that is told has changed');
    await document.change(`\n${PRODUCER}`);
    const moved = await document.report(first.resultId);
    assert.equal(moved.kind, 'full');
    assert.equal((await document.report(moved.resultId)).kind, 'unchanged');
    assert.equal((await document.report(first.resultId)).kind, 'full', 'to one who has missed what was told last');
  });

  it('of a document that was closed and opened again are those of its new text', async () => {
    client = await TestClient.start();
    const before = await client.open('producer.properties', PRODUCER);
    const { resultId } = await before.report();
    await before.close();
    const after = await client.open('producer.properties', 'bootstrap.servers=a:9092\nlinger.ms=5\nacks=none\n');
    const report = await after.report(resultId);
    assert.equal(report.kind, 'full');
    assert.ok(report.kind === 'full' && report.items.some(({ code }) => code === 'properties/invalid-value'));
  });

  it('are pushed, with the version, to a client that does not ask, and taken back on closing', async () => {
    client = await TestClient.start({ capabilities: BARE });
    const document = await client.open('producer.properties', PRODUCER);
    const opened = await published(client, ({ version }) => version === 1);
    assert.ok(opened.diagnostics.length > 0);
    await document.change('bootstrap.servers=a:9092\nlinger.ms=5\nlinger.ms=6\nlinger.ms=7\n');
    const changed = await published(client, ({ version }) => version === 2);
    assert.equal(changed.diagnostics.filter(({ code }) => code === 'properties/duplicate-key').length, 2);
    await document.close();
    const closed = await published(client, ({ version }) => version === undefined);
    assert.deepEqual(closed.diagnostics, []);
  });

  it('are pushed for the newest version only when changes come together', async () => {
    client = await TestClient.start({ capabilities: BARE });
    const document = await client.open('producer.properties', PRODUCER);
    await Promise.all([document.change('a'), document.change('b'), document.change(PRODUCER)]);
    const last = await published(client, ({ version }) => version === 4);
    assert.ok(last.diagnostics.length > 0);
    const versions = client.published.map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      versions.toSorted((a, b) => a - b),
      'versions never go back',
    );
  });

  for (const [name, text] of [
    [
      'server.properties',
      '#Minecraft server properties\nspawn-protection=16\nmax-players=20\nlevel-name=world\nserver-port=25565\n',
    ],
    ['messages_en_US.properties', 'greeting=Hello\nfarewell=Bye\n'],
    ['log4j.properties', 'log4j.rootLogger=INFO, stdout\nlog4j.appender.stdout=org.apache.log4j.ConsoleAppender\n'],
  ] as const) {
    it(`say nothing about ${name} of another program`, async () => {
      client = await TestClient.start();
      const document = await client.open(name, text);
      assert.deepEqual(await document.diagnostics(), []);
      assert.equal(await document.request('textDocument/documentSymbol'), null);
      assert.deepEqual(await document.request('textDocument/semanticTokens/full'), { data: [] });
    });
  }

  it('tell once and clearly that a text is too long to be checked', async () => {
    client = await TestClient.start();
    const line = 'group.id=abcdefghijklmnopqrstuvwxyz\n';
    const text = `bootstrap.servers=a:9092\nkey.deserializer=a\nvalue.deserializer=b\n${line.repeat(200_000)}`;
    const found = await (await client.open('consumer.properties', text)).diagnostics();
    assert.equal(found.length, 1);
    assert.match(String(found[0]?.message), /not checked/);
  });
});

/** The first publication that fits, among those that came and those to come. */
async function published(
  client: TestClient,
  fits: (params: PublishDiagnosticsParams) => boolean,
): Promise<PublishDiagnosticsParams> {
  const seen = client.published.find(fits);
  if (seen) return seen;
  return new Promise((resolve) => {
    const listener = client.connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => {
        client.published.push(params);
        if (!fits(params)) return;
        listener.dispose();
        resolve(params);
      },
    );
  });
}
