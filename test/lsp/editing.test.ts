import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type {
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  MarkupContent,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver/node';
import type { Choices, DirectiveEditResult, StatusParams } from '../../server/src/protocol/protocol';
import { BARE } from './support/capabilities';
import { TestClient } from './support/client';

const CLIENT = 'bootstrap.servers=a:9092\nkey.serializer=K\nvalue.serializer=V\n';
const ALL = { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
/** A client of few words that asks for diagnostics, as the features here do not depend on it. */
const PLAIN = { capabilities: { ...BARE, textDocument: { diagnostic: {} } } };

describe('over stdio', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  describe('hover', () => {
    it('is Markdown with a range for a client that reads it', async () => {
      client = await TestClient.start();
      const document = await client.open('producer.properties', `${CLIENT}linger|.ms=60000\n`);
      const hover = await document.at<Hover>('textDocument/hover');
      assert.equal(contentsOf(hover).kind, 'markdown');
      assert.match(contentsOf(hover).value, /\*\*linger\.ms\*\*/);
      assert.deepEqual(hover.range, { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } });
    });

    it('is plain text for any other', async () => {
      client = await TestClient.start(PLAIN);
      const document = await client.open('producer.properties', `${CLIENT}linger|.ms=60000\n`);
      const hover = await document.at<Hover>('textDocument/hover');
      assert.equal(contentsOf(hover).kind, 'plaintext');
      assert.doesNotMatch(contentsOf(hover).value, /[*`]/);
    });
  });

  describe('completion', () => {
    it('inserts at the caret or replaces the word, and describes an item when asked', async () => {
      client = await TestClient.start();
      const document = await client.open('producer.properties', `${CLIENT}lin|x\n`);
      const list = await document.at<CompletionList>('textDocument/completion');
      const item = list.items.find(({ label }) => label === 'linger.ms');
      assert.ok(item?.textEdit && 'insert' in item.textEdit);
      assert.equal(item.insertTextFormat, 2);
      assert.deepEqual(item.textEdit.insert.end, { line: 3, character: 3 });
      assert.deepEqual(item.textEdit.replace.end, { line: 3, character: 4 });
      assert.equal(item.documentation, undefined);
      const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
      assert.ok(typeof resolved.documentation === 'object');
      assert.match(resolved.documentation.value, /waits for more records/);
    });

    it('is plain for a client without snippets', async () => {
      client = await TestClient.start(PLAIN);
      const document = await client.open('producer.properties', `${CLIENT}lin|\n`);
      const { items } = await document.at<CompletionList>('textDocument/completion');
      const item = items.find(({ label }) => label === 'linger.ms');
      assert.deepEqual(item?.textEdit, {
        newText: 'linger.ms=5',
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 3 } },
      });
      assert.equal(item.insertTextFormat, undefined);
    });

    it('survives an item of somebody else', async () => {
      client = await TestClient.start();
      const item = { label: 'x', data: { foreign: true } };
      assert.deepEqual(await client.connection.sendRequest('completionItem/resolve', item), item);
    });
  });

  describe('inlay hints', () => {
    for (const [setting, hints, inHover] of [
      ['on', ['1 minute'], true],
      ['onHover', [], true],
      ['off', [], false],
    ] as const) {
      it(`are ${setting}`, async () => {
        client = await TestClient.start({ configuration: () => ({ inlayHints: setting }) });
        const document = await client.open('producer.properties', `${CLIENT}linger.ms=60|000\n`);
        const found = await document.request<InlayHint[]>('textDocument/inlayHint', ALL);
        assert.deepEqual(
          found.map(({ label }) => label),
          hints,
        );
        if (found[0]) assert.deepEqual(found[0].position, { line: 3, character: 15 });
        const hover = await document.at<Hover>('textDocument/hover');
        assert.equal(contentsOf(hover).value.includes('= 1 minute'), inHover);
      });
    }
  });

  it('the outline is a tree, or a list for a client that knows no trees', async () => {
    client = await TestClient.start();
    const text = `${CLIENT}linger.ms=5\n`;
    const tree = await (await client.open('producer.properties', text)).request<DocumentSymbol[]>(
      'textDocument/documentSymbol',
    );
    assert.ok(
      tree.some(({ name, children }) => name === 'Sending' && children?.some((child) => child.name === 'linger.ms')),
    );
    await client.stop();
    client = await TestClient.start(PLAIN);
    const flat = await (await client.open('producer.properties', text)).request<SymbolInformation[]>(
      'textDocument/documentSymbol',
    );
    assert.equal(flat.find(({ name }) => name === 'linger.ms')?.containerName, 'Sending');
  });

  it('folds are whole lines for a client that wants no more', async () => {
    client = await TestClient.start();
    const document = await client.open('producer.properties', `# Head\n${CLIENT}`);
    assert.deepEqual(await document.request<FoldingRange[]>('textDocument/foldingRange'), [
      { startLine: 0, endLine: 3, kind: 'region' },
    ]);
  });

  it('semantic tokens end at line ends, and the legend names their types', async () => {
    client = await TestClient.start();
    const document = await client.open('producer.properties', `${CLIENT}interceptor.classes=a.B,\\\n  c.D\n`);
    const { data } = await document.request<SemanticTokens>('textDocument/semanticTokens/full');
    const legend = client.result?.capabilities.semanticTokensProvider?.legend.tokenTypes;
    const rows = Array.from({ length: data.length / 5 }, (_, index) => data.slice(index * 5, index * 5 + 5));
    assert.deepEqual(rows.at(-3)?.slice(0, 3), [1, 0, 'interceptor.classes'.length]);
    assert.deepEqual(rows.at(-1)?.slice(0, 3), [1, 0, '  c.D'.length]);
    assert.equal(legend?.[rows[0]?.[3] ?? -1], 'property');
    const part = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } } };
    assert.equal((await document.request<SemanticTokens>('textDocument/semanticTokens/range', part)).data.length, 10);
  });

  describe('beyond LSP', () => {
    const statuses = (): { seen: StatusParams[]; next: () => Promise<StatusParams> } => {
      const seen: StatusParams[] = [];
      const waiting: ((status: StatusParams) => void)[] = [];
      client.connection.onNotification('kafkaLint/status', (status: StatusParams) => {
        seen.push(status);
        for (const tell of waiting.splice(0)) tell(status);
      });
      return { seen, next: () => new Promise((resolve) => waiting.push(resolve)) };
    };

    it('tells role, version and findings of a document, and again only when they change', async () => {
      client = await TestClient.start({ initializationOptions: { status: true } });
      const { seen, next } = statuses();
      const first = next();
      const document = await client.open('producer.properties', `# kafka-lint version=3.6\n${CLIENT}acks=al\n`);
      const status = await first;
      assert.ok(status.role !== null);
      assert.deepEqual([status.role, status.version, status.versionSource], ['producer', '3.6', 'directive']);
      assert.equal(status.findings.error, 1);
      await document.change(`${document.text}# a comment changes nothing\n`);
      await document.diagnostics();
      const second = next();
      await document.change('motd=hello\n');
      assert.deepEqual(await second, { uri: document.uri, role: null });
      assert.equal(seen.length, 2);
    });

    it('tells each thing that a file configures, and of a file that only speaks of Kafka', async () => {
      client = await TestClient.start({ initializationOptions: { status: true } });
      const { next } = statuses();
      const first = next();
      const text = 'spring.kafka.producer.acks=all\nspring.kafka.consumer.group-id=g\n';
      const document = await client.open('application.properties', text);
      const status = await first;
      assert.ok(status.role !== null);
      assert.deepEqual(
        status.processes?.map(({ role }) => role),
        ['producer', 'consumer'],
      );
      const second = next();
      await document.change('camel.component.kafka.brokers=a:9092\n');
      assert.deepEqual(await second, { uri: document.uri, role: null, unread: true });
    });

    it('tells nothing to a client that did not ask for it', async () => {
      client = await TestClient.start();
      const { seen } = statuses();
      const document = await client.open('producer.properties', CLIENT);
      await document.diagnostics();
      await document.diagnostics();
      assert.deepEqual(seen, []);
    });

    it('names the roles, versions and rules to choose from', async () => {
      client = await TestClient.start();
      const { roles, versions, rules } = await client.connection.sendRequest<Choices>('kafkaLint/choices');
      assert.ok(roles.includes('broker'));
      assert.equal(versions.at(-1), '2.8');
      assert.ok(rules.some(({ id, summary }) => id === 'properties/duplicate-key' && summary !== ''));
    });

    it("writes a directive, also into a file that was nobody's", async () => {
      client = await TestClient.start();
      const document = await client.open('settings.properties', 'motd=hello\n');
      const params = { uri: document.uri, role: 'topic', version: '3.9' };
      const answer = await client.connection.sendRequest<DirectiveEditResult>('kafkaLint/directiveEdit', params);
      const at = { line: 0, character: 0 };
      assert.deepEqual(answer, {
        version: 1,
        edits: [{ range: { start: at, end: at }, newText: '# kafka-lint role=topic version=3.9\n' }],
      });
    });
  });
});

function contentsOf({ contents }: Hover): MarkupContent {
  assert.ok(typeof contents === 'object' && 'kind' in contents);
  return contents;
}
