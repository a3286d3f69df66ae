import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { completionAt } from '../../../server/src/features/completion/completion';
import type { Suggestion, Suggestions } from '../../../server/src/features/completion/suggestion';
import { applyTextEdits } from '../../../server/src/model/edit';
import { marked } from '../support';

const CODE =
  "import { Kafka } from 'kafkajs';\nconst kafka = new Kafka({ brokers: ['a:9092'] });\nconst p = kafka.producer();\n";

function at(code: string, trigger?: string): Suggestions | undefined {
  const { document, marks } = marked(CODE + code, '/project/src/app.ts');
  return completionAt(document, marks[0] ?? 0, trigger);
}

const labels = (code: string, trigger?: string): string[] => at(code, trigger)?.items.map(({ label }) => label) ?? [];

function item(code: string, label: string): Suggestion {
  const found = at(code)?.items.find((one) => one.label === label);
  assert.ok(found, `${label} is among ${labels(code)}`);
  return found;
}

describe('completion of options in code', () => {
  it('offers what the call takes, in an empty object, half-typed, and after a comma', () => {
    for (const code of [
      'kafka.consumer({ | });',
      'kafka.consumer({ se| });',
      "kafka.consumer({ groupId: 'g', | });",
      "kafka.consumer({ groupId: 'g', // why\n  se|\n});",
      "kafka.consumer({\n  |\n  groupId: 'g',\n});",
    ])
      assert.ok(labels(code).includes('sessionTimeout'), code);
  });

  it('leaves out what is there, and the options of other calls', () => {
    const found = labels("kafka.consumer({ groupId: 'g', | });");
    assert.ok(!found.includes('groupId'));
    assert.ok(!found.includes('acks') && !found.includes('brokers') && !found.includes('retries'));
  });

  it('knows nested objects and messages', () => {
    assert.deepEqual(labels('kafka.producer({ retry: { | } });').slice(0, 2), ['maxRetryTime', 'initialRetryTime']);
    assert.ok(labels('new Kafka({ sasl: { | } });').includes('mechanism'));
    assert.ok(labels('new Kafka({ ssl: { rej| } });').includes('rejectUnauthorized'));
    assert.ok(labels("p.send({ topic: 't', messages: [{ | }] });").includes('value'));
  });

  it('brings a value to write over, and the choices', () => {
    assert.equal(item('p.send({ | });', 'acks').snippet, `acks: \${1|-1,1,0|}$0`);
    assert.equal(item('kafka.producer({ | });', 'idempotent').snippet, `idempotent: \${1|true,false|}$0`);
    assert.equal(item('kafka.consumer({ | });', 'sessionTimeout').snippet, `sessionTimeout: \${1:30000}$0`);
    assert.equal(item('kafka.consumer({ | });', 'groupId').snippet, "groupId: '$1'$0");
    assert.equal(item('new Kafka({ | });', 'brokers').snippet, "brokers: ['$1']$0");
  });

  it('keeps the value that stands there, and sets a comma before the next option', () => {
    const { text, snippet } = item('kafka.consumer({ se|ss: 5 });', 'sessionTimeout');
    assert.deepEqual([text, snippet], ['sessionTimeout', undefined]);
    assert.match(item("kafka.consumer({\n  |\n  groupId: 'g',\n});", 'minBytes').snippet ?? '', /,$/);
    assert.doesNotMatch(item("kafka.consumer({ groupId: 'g', | });", 'minBytes').snippet ?? '', /,$/);
  });

  it('imports the constant that a value needs, once', () => {
    const code = "p.send({ topic: 't', messages: [], compression: | });";
    const gzip = item(code, 'CompressionTypes.GZIP');
    const { document } = marked(CODE + code, '/project/src/app.ts');
    const [first] = applyTextEdits(document.text, gzip.additional ?? []).split('\n');
    assert.equal(first, "import { Kafka, CompressionTypes } from 'kafkajs';");
    const there = marked(
      `import { Kafka, CompressionTypes } from 'kafkajs';\nkafka.producer().send({ compression: | });`,
      '/a.ts',
    );
    const found = completionAt(there.document, there.marks[0] ?? 0)?.items ?? [];
    assert.ok(found.length > 3);
    assert.ok(found.every(({ additional }) => additional === undefined));
  });

  it('explains names that belong elsewhere or to other clients, and inserts nothing for them', () => {
    const acks = item('kafka.producer({ ac| });', 'acks');
    assert.match(acks.documentation ?? '', /option of send\(\) and sendBatch\(\), not of producer\(\)/);
    assert.equal(acks.text, 'ac');
    assert.match(
      item('kafka.producer({ linger| });', 'lingerMs').documentation ?? '',
      /does not batch in the background/,
    );
    assert.ok(item('kafka.producer({ ba| });', 'batchSize').deprecated);
    assert.ok(!labels('kafka.producer({ | });').includes('acks'));
  });

  it('offers values: choices, and amounts in usual units', () => {
    assert.deepEqual(labels('kafka.producer({ idempotent: | });'), ['true', 'false']);
    assert.deepEqual(labels('p.send({ acks: | });'), ['-1', '1', '0']);
    assert.deepEqual(labels("new Kafka({ sasl: { mechanism: '|' } });").slice(0, 2), ['plain', 'scram-sha-256']);
    assert.deepEqual(labels('new Kafka({ sasl: { mechanism: | } });').slice(0, 1), ["'plain'"]);
    assert.equal(item('kafka.consumer({ sessionTimeout: | });', '30000').detail, 'default, 30 s');
    assert.ok(labels('kafka.consumer({ sessionTimeout: 45| });').includes('45000'));
  });

  it('says what a codec needs, and sets a blank behind the colon', () => {
    assert.match(item('p.send({ compression: | });', 'CompressionTypes.LZ4').detail ?? '', /needs a codec such as/);
    assert.equal(item('p.send({ compression: | });', 'CompressionTypes.GZIP').detail, undefined);
    const { text, additional } = item('p.send({ compression:| });', 'CompressionTypes.GZIP');
    assert.deepEqual([text, additional?.length], [' CompressionTypes.GZIP', 1]);
  });

  it('knows the keys of librdkafka, in quotes', () => {
    const { document, marks } = marked(
      `import { Producer } from 'node-rdkafka';\nnew Producer({ | });`,
      '/project/a.js',
    );
    const found = completionAt(document, marks[0] ?? 0)?.items.find(({ label }) => label === 'linger.ms');
    assert.equal(found?.snippet, `'linger.ms': \${1:5}$0`);
  });

  it('asks nobody who only ends a line or writes other code', () => {
    for (const code of ["kafka.consumer({ groupId: 'g',| });", 'kafka.consumer({ groupId: a-| });'])
      assert.deepEqual([at(code, ','), at(code, '-')], [undefined, undefined], code);
    assert.ok(labels('kafka.producer({ idempotent:| });', ':').includes('true'));
    assert.deepEqual(labels('kafka.producer({ eachMessage:| });', ':'), []);
  });

  it('stays out of all other code', () => {
    for (const code of [
      'const other = { | };',
      '|',
      'kafka.producer(|);',
      "log('kafka.producer({ | })');",
      "kafka.consumer({ groupId: 'g|' });",
      'kafka.producer({ /* id| */ });',
      'kafka.producer({ // id|\n });',
      'kafka.producer({ retry: make({ | }) });',
      "new Kafka({ brokers: ['a:9092', |] });",
      'kafka.consumer({ groupId: a ? b : { | } });',
      "kafka.consumer({ groupId: 'g' }).run({ eachMessage: async () => { | } });",
      "p.send({ topic: 't', messages: [{ value: JSON.stringify({ | }) }] });",
    ])
      assert.deepEqual(labels(code), [], code);
  });
});
