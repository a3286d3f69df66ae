import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hoverAt, plainText } from '../../../server/src/features/hover';
import { inlayHints } from '../../../server/src/features/inlayHints';
import { marked } from '../support';

const CODE = `import { Kafka, CompressionTypes } from 'kafkajs';\nconst kafka = new Kafka({ brokers: ['a:9092'] });\n`;

/** The hover at the first mark, as plain text; empty where there is none. */
function textAt(code: string, path = '/project/src/app.ts'): string {
  const { document, marks } = marked(CODE + code, path);
  const found = hoverAt(document, marks[0] ?? 0);
  return found ? plainText(found.markdown) : '';
}

describe('hover on options in code', () => {
  it('says what the option does, its default, its unit and what Kafka calls it', () => {
    const text = textAt("kafka.consumer({ groupId: 'g', session|Timeout: 45_000 });");
    assert.match(text, /^sessionTimeout · consumer\(\) of KafkaJS 2\.2\.4/);
    assert.match(text, /Here: 45000 = 45 s/);
    assert.match(text, /without a heartbeat/);
    assert.match(text, /Type: number, in milliseconds/);
    assert.match(text, /Default: 30000 = 30 s/);
    assert.match(text, /session\.timeout\.ms: https:\/\/kafka\.apache\.org\/documentation\/#consumerconfigs_session/);
    assert.match(text, /where the default is 45000 = 45 s/);
  });

  it('knows the options of calls, of nested objects, of TLS and of messages', () => {
    assert.match(textAt('kafka.producer().send({ topic, messages, ac|ks: -1 });'), /^acks · send\(\)/);
    assert.match(textAt('kafka.producer({ retry: { retri|es: 3 } });'), /^retry\.retries · producer\(\)/);
    assert.match(
      textAt('new Kafka({ ssl: { rejectUnauth|orized: false } });'),
      /^ssl\.rejectUnauthorized · new Kafka\(\)/,
    );
    assert.match(
      textAt("kafka.producer().send({ topic, messages: [{ ke|y: 'a', value: 'b' }] });"),
      /^messages\[\]\.key/,
    );
    assert.match(
      textAt("kafka.consumer({ groupId: 'g' }).run({ eachMess|age: async () => {} });"),
      /^eachMessage · run\(\)/,
    );
  });

  it('tells required options, allowed values and the same default', () => {
    assert.match(textAt("kafka.consumer({ gro|upId: 'g' });"), /Required/);
    const compression = textAt('kafka.producer().send({ topic, messages, compression: Compression|Types.GZIP });');
    assert.match(compression, /One of CompressionTypes\.None, CompressionTypes\.GZIP/);
    assert.match(compression, /Nearest in Kafka's own clients, though not the same: compression\.type/);
    assert.match(textAt('kafka.producer().send({ topic, messages, ac|ks: 1 });'), /acks.* with the same default/);
  });

  it('says where an ignored option belongs, and what it does there', () => {
    const text = textAt('kafka.producer({ ac|ks: 1 });');
    assert.match(text, /^acks · ignored by KafkaJS/);
    assert.match(text, /producer\(\) has no such option; it is one of send\(\) and sendBatch\(\):/);
    assert.match(text, /Which replicas must have the messages/);
    assert.match(
      textAt('kafka.producer({ linger|Ms: 5 });'),
      /ignored by KafkaJS[\s\S]*KafkaJS does not batch in the background/,
    );
    assert.match(
      textAt("kafka.consumer({ groupId: 'g', sessionTime|outMs: 5 });"),
      /no such option, but sessionTimeout/,
    );
    assert.match(textAt('kafka.producer({ wibb|le: 5 });'), /has no such option\.$/);
  });

  it('knows the options of other clients', () => {
    const text = textAt(`import { Producer } from 'node-rdkafka';\nnew Producer({ 'linger|.ms': 5 });`);
    assert.match(text, /^linger\.ms · producer\(\) of node-rdkafka/);
  });

  it('covers the key or the value', () => {
    const { document, marks } = marked(`${CODE}kafka.producer({ idem|potent: tr|ue });`, '/project/a.ts');
    const covered = marks.map((mark) => hoverAt(document, mark)?.span);
    assert.deepEqual(
      covered.map((span) => document.text.slice(span?.start, span?.end)),
      ['idempotent', 'true'],
    );
  });

  it('stays away from what is no option', () => {
    for (const code of [
      "kafka.consumer({ groupId: 'g' }).run({ eachMessage: async () => { const ac|ks = 1; } });",
      'const other = { ac|ks: 1 };',
      "log('kafka.producer({ ac|ks: 1 })');",
      '// kafka.producer({ ac|ks: 1 })',
      "kafka.producer().send({ topic, messages: [{ value: 'a', headers: { ac|ks: '1' } }] });",
      'kafka.producer({ retry: make|It(3) });',
    ])
      assert.equal(textAt(code), '', code);
  });
});

describe('inlay hints in code', () => {
  const labels = (code: string): string[] => {
    const { document } = marked(CODE + code, '/project/app.js');
    return inlayHints(document, { start: 0, end: document.text.length }).map(
      ({ offset, label }) => `${document.text.slice(0, offset).split(/[\s(]/).at(-1)} ${label}`,
    );
  };

  it('says durations and sizes of options and of calls in units that people read', () => {
    assert.deepEqual(labels("kafka.consumer({ groupId: 'g', sessionTimeout: 30000, maxBytes: 1048576 });"), [
      '30000 30 s',
      '1048576 1 MiB',
    ]);
    assert.deepEqual(labels('kafka.producer().send({ topic, messages, timeout: 90_000, acks: -1 });'), ['90_000 90 s']);
  });

  it('says nothing of other numbers, and each once', () => {
    assert.deepEqual(
      labels('setTimeout(f, 30000);\nconst o = { requestTimeout: 5000 };\nnew Kafka(o); new Kafka(o);'),
      ['5000 5 s'],
    );
    assert.deepEqual(labels('kafka.producer({ retry: { retries: 5000 } });'), []);
  });
});
