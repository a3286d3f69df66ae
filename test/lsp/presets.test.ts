import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { CodeLens, TextDocumentEdit } from 'vscode-languageserver/node';
import type { PresetPreview } from '../../server/src/protocol/protocol';
import { BARE, FULL } from './support/capabilities';
import { TestClient } from './support/client';

const ANNOTATING = {
  ...FULL,
  workspace: { ...FULL.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};
const PRODUCER = 'bootstrap.servers=k1:9092\nkey.serializer=S\nbatch.size=0\n';
const WORKER =
  'bootstrap.servers=k:9092\ngroup.id=c\nkey.converter=K\noffset.storage.topic=o\nconfig.storage.topic=c\nstatus.storage.topic=s\nproducer.batch.size=0\n';
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe('presets', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({
      capabilities: ANNOTATING,
      initializationOptions: { presetCommand: 'editor.applyPreset' },
      configuration: () => ({ presets: { ours: { producer: { 'linger.ms': 33 } } } }),
    });
  });
  after(() => client.stop());

  const preview = (params: object) =>
    client.connection.sendRequest<PresetPreview | null>('kafkaLint/presetPreview', params);

  it('have a lens above the first key of every scope that can take them', async () => {
    const producer = await client.open('a/producer.properties', PRODUCER);
    const [lens, ...others] = await producer.request<CodeLens[]>('textDocument/codeLens', {});
    assert.equal(others.length, 0);
    assert.equal(lens?.range.start.line, 0);
    assert.deepEqual(lens?.command?.arguments, [producer.uri, 0]);
    const worker = await client.open('connect-distributed.properties', WORKER);
    const lenses = await worker.request<CodeLens[]>('textDocument/codeLens', {});
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.arguments?.[1]]),
      [[6, 1]],
    );
  });

  it('show what they would change, with reasons and prices, and say what needs a person to agree', async () => {
    const { uri, source } = await client.open('b/producer.properties', PRODUCER);
    const offered = await preview({ uri });
    assert.deepEqual(offered?.presets, ['throughput', 'latency', 'durability', 'balanced', 'development', 'ours']);
    assert.deepEqual(offered?.changes, []);
    const throughput = await preview({ uri, preset: 'throughput' });
    assert.equal(throughput?.version, source.version);
    const batch = throughput?.changes.find(({ label }) => label.startsWith('batch.size'));
    assert.equal(batch?.label, 'batch.size: 0 → 131072');
    assert.match(batch?.reason ?? '', /Cost: /);
    assert.ok(!throughput?.changes.some(({ label }) => label.startsWith('acks')));
    assert.equal(throughput?.edits, undefined);
    const consumer = await client.open('b/consumer.properties', 'bootstrap.servers=a:9092\ngroup.id=g\n');
    const careful = await preview({ uri: consumer.uri, preset: 'durability' });
    const commits = careful?.changes.find(({ label }) => label.startsWith('enable.auto.commit'));
    assert.equal(commits?.confirm, true);
    const chosen = throughput?.changes.flatMap(({ confirm }, index) => (confirm ? [] : [index])) ?? [];
    const written = await preview({ uri, preset: 'throughput', chosen });
    const texts = written?.edits?.map(({ newText }) => newText).join('') ?? '';
    assert.match(texts, /linger\.ms=20/);
  });

  it('know clients of KafkaJS: each has a lens, and without one all of the file are meant', async () => {
    const document = await client.open(
      'app.ts',
      "import { Kafka } from 'kafkajs';\nconst kafka = new Kafka({ brokers: ['a:9092'] });\nconst producer = kafka.producer();\nconst consumer = kafka.consumer({ groupId: 'g' });\n",
    );
    const { uri } = document;
    const found = await document.request<CodeLens[]>('textDocument/codeLens', {});
    const lenses = found.filter(({ command }) => command?.command === 'editor.applyPreset');
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.arguments]),
      [
        [1, [uri, 0]],
        [2, [uri, 1]],
        [3, [uri, 2]],
      ],
    );
    const one = await preview({ uri, scope: 2, preset: 'throughput' });
    assert.ok(one?.changes.length && one.changes.every(({ label }) => label.includes('consumer() in line 4')));
    const all = await preview({ uri, preset: 'throughput', chosen: [0, 1, 2] });
    assert.deepEqual(all?.presets, ['throughput', 'latency', 'durability', 'balanced']);
    assert.ok((all?.changes.length ?? 0) > one.changes.length);
    assert.match(all?.edits?.map(({ newText }) => newText).join('') ?? '', /connectionTimeout: 3000/);
  });

  it('take those of the settings', async () => {
    const { uri } = await client.open('c/producer.properties', PRODUCER);
    const ours = await preview({ uri, preset: 'ours' });
    assert.deepEqual(
      ours?.changes.map(({ label }) => label),
      ['linger.ms: not set → 33'],
    );
  });

  it('are refactorings of which every change is annotated', async () => {
    const document = await client.open('d/producer.properties', PRODUCER);
    const actions = await document.actions(START, ['refactor.rewrite']);
    const balanced = actions.find(({ title }) => title.startsWith('Apply preset balanced'));
    assert.ok(balanced?.edit?.changeAnnotations);
    const [change] = balanced.edit.documentChanges as TextDocumentEdit[];
    for (const edit of change?.edits ?? []) {
      assert.ok('annotationId' in edit && balanced.edit.changeAnnotations[edit.annotationId]);
    }
    const elsewhere = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
    assert.deepEqual(await document.actions(elsewhere, ['refactor.rewrite']), []);
  });

  it('are none for a file that is not one of theirs, and for one that is not open', async () => {
    const { uri } = await client.open('client.properties', 'bootstrap.servers=a:9092\nsecurity.protocol=SSL\n');
    assert.deepEqual((await preview({ uri }))?.presets, []);
    assert.equal(await preview({ uri: 'file:///workspace/absent.properties' }), null);
    assert.equal(await preview({ uri, scope: 9 }), null);
  });

  it('leave out what nobody can agree to in an editor without annotations, and have no lens there', async () => {
    const bare = await TestClient.start({ capabilities: { ...BARE, textDocument: FULL.textDocument ?? {} } });
    try {
      const document = await bare.open('producer.properties', PRODUCER);
      assert.equal(bare.result?.capabilities.codeLensProvider, undefined);
      const actions = await document.actions(START, ['refactor']);
      const throughput = actions.find(({ title }) => title.startsWith('Apply preset throughput'));
      assert.ok(throughput);
      const text = await document.apply(throughput);
      assert.match(text, /^batch\.size=131072$/m);
      assert.doesNotMatch(text, /acks/);
    } finally {
      await bare.stop();
    }
  });
});
