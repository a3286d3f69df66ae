import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { CompletionList, Hover, InlayHint } from 'vscode-languageserver/node';
import { FULL } from './support/capabilities';
import { TestClient } from './support/client';

const CODE =
  "import { Kafka } from 'kafkajs';\nconst kafka = new Kafka({ clientId: 'a', brokers: ['a:9092', 'b:9092'] });\n";
const ALL = { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
const COMPLETION = {
  ...FULL.textDocument?.completion,
  completionItem: { snippetSupport: true, labelDetailsSupport: true },
};

describe('code over stdio', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({
      capabilities: { ...FULL, textDocument: { ...FULL.textDocument, completion: COMPLETION } },
    });
  });
  after(() => client.stop());

  it('has hovers on options, and hints at their units', async () => {
    const document = await client.open(
      'hover.ts',
      `${CODE}kafka.consumer({ groupId: 'g', session|Timeout: 30000 });\n`,
    );
    const hover = await document.at<Hover>('textDocument/hover');
    assert.match(JSON.stringify(hover.contents), /\*\*sessionTimeout\*\* · consumer\(\) of KafkaJS/);
    const hints = await document.request<InlayHint[]>('textDocument/inlayHint', ALL);
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['30 s'],
    );
  });

  it('completes options that say whose they are, with the import that a value needs', async () => {
    const document = await client.open(
      'complete.ts',
      `${CODE}kafka.producer().send({ topic: 't', messages: [], | });\n`,
    );
    const { items } = await document.at<CompletionList>('textDocument/completion', 0, { context: { triggerKind: 1 } });
    const item = items.find(({ label }) => label === 'compression');
    assert.deepEqual(item?.labelDetails, { description: 'KafkaJS' });
    assert.match(item.textEdit?.newText ?? '', /^compression: \$\{1\|CompressionTypes\.GZIP/);
    assert.equal(item.additionalTextEdits?.[0]?.newText, ', CompressionTypes');
    assert.match(JSON.stringify(item.documentation), /The codec of this call/);
  });

  it('offers nothing for a comma that is typed, nor in other code', async () => {
    const document = await client.open(
      'silent.ts',
      `${CODE}kafka.consumer({ groupId: 'g',| });\nconst other = { | };\n`,
    );
    const typed = { context: { triggerKind: 2, triggerCharacter: ',' } };
    assert.equal(await document.at('textDocument/completion', 0, typed), null);
    assert.equal(await document.at('textDocument/completion', 1, { context: { triggerKind: 1 } }), null);
  });

  it('applies a preset to a client without what a person must agree to', async () => {
    const document = await client.open('preset.ts', `${CODE}const consumer = kafka.consumer({ groupId: 'g' });\n`);
    const place = { line: 2, character: 'const consumer = kafka.c'.length };
    const actions = await document.actions({ start: place, end: place }, ['refactor.rewrite']);
    const throughput = actions.find(({ title }) => title === 'Apply preset throughput (2 changes)');
    assert.ok(throughput, actions.map(({ title }) => title).join('; '));
    assert.match(await document.apply(throughput), /groupId: 'g', minBytes: 10240, maxWaitTimeInMs: 1000 \}/);
  });
});
