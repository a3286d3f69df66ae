import assert from 'node:assert/strict';
import { lint } from '../../../server/src/engine/lint';
import { parseDocument } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import { callIn, parseCode, scopeOf } from './support';

const HEAD = "import { Kafka } from 'kafkajs';\nconst kafka = new Kafka({ brokers: ['b1:9092'] });\n";
const OTHERS: Readonly<Record<string, string>> = {
  './handler':
    'export async function handle({ message }) {\n  const order = JSON.parse(message.value);\n  await save(order);\n}\n',
  './work':
    'export async function work(message) {\n  try {\n    await save(message);\n  } catch (error) {\n    console.error(error);\n  }\n}\n',
};

function parse(text: string): ConfigDocument {
  const imported = (name: string) => (OTHERS[name] ? { name: `${name}.ts`, text: OTHERS[name] } : undefined);
  const document = parseDocument({ uri: 'file:///p/a.ts', path: '/p/a.ts', text: HEAD + text, imported });
  assert.ok(document);
  return document;
}

/** The rules of KafkaJS that find something, each with the text that they mark. */
function found(text: string, ...rules: readonly string[]): string[] {
  const document = parse(text);
  const { findings } = lint(document, { severityOf: () => undefined });
  return findings
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, span }) => `${rule} ${document.text.slice(span.start, span.end)}`);
}

const RUN = "const consumer = kafka.consumer({ groupId: 'g' });\nexport const start = () => consumer.run({ ";

describe('handlers and what they call', () => {
  it('are judged where they are handed over when another file has them', () => {
    const text = `import { handle } from './handler';\n${RUN}eachMessage: handle });`;
    assert.deepEqual(found(text, 'kafkajs/unguarded-parse'), ['kafkajs/unguarded-parse eachMessage: handle']);
  });

  it('parse and fail by functions of the project too', () => {
    const parsing = `function read(message) { return JSON.parse(message.value); }\n${RUN}eachMessage: async ({ message }) => { save(read(message)); } });`;
    assert.deepEqual(found(parsing, 'kafkajs/unguarded-parse'), ['kafkajs/unguarded-parse read(message)']);
    const failing = `import { work } from './work';\n${RUN}eachMessage: async ({ message }) => { await work(message); } });`;
    assert.deepEqual(found(failing, 'kafkajs/swallowed-error'), ['kafkajs/swallowed-error work']);
  });

  it('are not blamed for what another function catches, tries again or tells', () => {
    const guarded = `function read(message) { try { return JSON.parse(message.value); } catch { return undefined; } }\n${RUN}eachMessage: async ({ message }) => { save(read(message)); } });`;
    assert.deepEqual(found(guarded, 'kafkajs/unguarded-parse'), []);
    const again = `${RUN}eachMessage: async ({ message }) => { for (let turn = 0; turn < 3; turn++) { try { await save(message); } catch (error) { console.error(error); } } } });`;
    assert.deepEqual(found(again, 'kafkajs/swallowed-error'), []);
  });

  it('do not wait for async functions that they call without await', () => {
    const text = `import { work } from './work';\n${RUN}eachMessage: async ({ message }) => { work(message); } });`;
    assert.deepEqual(found(text, 'kafkajs/unawaited-work'), ['kafkajs/unawaited-work work']);
    const silent = `${RUN}eachMessage: async ({ message }) => { await Promise.all([save(message)]); log(message); } });`;
    assert.deepEqual(found(silent, 'kafkajs/unawaited-work'), []);
  });
});

describe('what becomes of a client', () => {
  const isHandedOn = (text: string) => scopeOf(parse(text), 'producer').handedOn === true;

  it('is known while only its methods are called', () => {
    assert.equal(isHandedOn('const producer = kafka.producer();\nif (producer) producer.connect();'), false);
    assert.equal(isHandedOn('class A { #p = kafka.producer(); start() { return this.#p.connect(); } }'), false);
  });

  for (const text of [
    'export const producer = kafka.producer();',
    'const producer = kafka.producer();\nuse(producer);',
    'const producer = kafka.producer();\nexport default { producer };',
    'class A { p = kafka.producer(); get() { return this.p; } }',
    'const make = () => kafka.producer();',
  ]) {
    it(`is not known after ${text}`, () => assert.equal(isHandedOn(text), true));
  }

  it('ends with its function where the function keeps it, also when another one makes it', () => {
    const text =
      'async function make() { const made = kafka.producer(); await made.connect(); return made; }\nasync function publish(order) { const producer = await make(); await producer.send({ topic: "t", messages: [order] }); await producer.disconnect(); }';
    const { shortLived } = scopeOf(parse(text), 'producer');
    assert.equal(shortLived?.length, 1);
    const kept =
      'let cached;\nasync function make() { if (cached) return cached; const made = kafka.producer(); cached = made; return made; }\nasync function publish(order) { const producer = await make(); await producer.send({ topic: "t", messages: [order] }); }';
    assert.equal(scopeOf(parse(kept), 'producer').shortLived, undefined);
  });

  it('may be given by another operand, so that nothing follows from what is absent', () => {
    const scope = scopeOf(parse('const producer = kafka.producer(options.producer || {});'), 'producer');
    assert.equal(scope.completeness, 'fragment');
  });
});

describe('listeners of node-rdkafka', () => {
  it('are those of the client through all calls of a chain', () => {
    const text =
      "const { KafkaConsumer } = require('node-rdkafka');\nconst consumer = new KafkaConsumer({ 'group.id': 'g' }, {});\nconsumer.on('ready', () => {}).on('data', (message) => JSON.parse(message.value));";
    const listened = scopeOf(parseCode(text), 'consumer').calls.filter(({ method }) => method === 'on');
    assert.deepEqual(
      listened.map(({ handlers }) => handlers.map(({ kind }) => kind)),
      [['data'], []],
    );
    assert.equal(callIn(scopeOf(parseCode(text), 'consumer'), 'on').argumentText, 'data');
  });
});

describe('handlers that a function of the project is given', () => {
  const OTHERS: Readonly<Record<string, string>> = {
    './listen': `import { Consumer, ConsumerRunConfig, Kafka } from 'kafkajs';
export class Listener {
  constructor(private readonly kafka: Kafka) {}
  async listen(topic: string, config: ConsumerRunConfig) {
    const consumer = this.kafka.consumer({ groupId: 'g' });
    await consumer.run(config);
  }
}
export async function each({ topic, onMessage }) {
  await new Kafka({}).consumer({ groupId: 'g' }).run({ eachMessage: async ({ message }) => onMessage(message) });
}
export async function safely(topic, handle) {
  await new Kafka({}).consumer({ groupId: 'g' }).run({
    eachMessage: async ({ message }) => {
      try { await handle(message); } catch (error) { await setAside(message); }
    },
  });
}
export async function directly(topic, eachMessage) {
  await new Kafka({}).consumer({ groupId: 'g', autoCommit: false }).run({ eachMessage });
}`,
  };
  const imported = (name: string) => {
    const text = OTHERS[name];
    return text === undefined ? undefined : { name: `${name}.ts`, text };
  };
  /** The calls of the handlers in `text`, those in a \`try\` in brackets. */
  function handled(text: string): readonly string[] {
    const whole = `import { each, safely, directly, Listener } from './listen';\n// kafka\n${text}`;
    const document = parseDocument({
      uri: 'file:///p/a.ts',
      path: '/p/a.ts',
      text: `${whole}\nconsumer.run({});`,
      imported,
    });
    const runs =
      document?.scopes.flatMap(({ indirect = [] }) => indirect.filter(({ method }) => method === 'run')) ?? [];
    const calls = runs.flatMap(({ handlers }) => handlers.flatMap((handler) => handler.calls));
    return calls.map(({ name, guarded }) => (guarded ? `(${name})` : name));
  }

  const cases: readonly [text: string, calls: readonly string[]][] = [
    ["each({ topic: 'a', onMessage: async (m) => JSON.parse(m.value) });", ['parse']],
    ["safely('a', async (m) => JSON.parse(m.value));", ['(parse)']],
    ["directly('a', async ({ message }) => JSON.parse(message.value));", ['parse']],
    [
      "const given = { eachMessage: async ({ message }) => store(message) };\nconst l = new Listener();\nl.listen('a', given);",
      ['store'],
    ],
    ["each({ topic: 'a', onMessage: handlers.orders });", []],
    ["other('a', async (m) => JSON.parse(m.value));", []],
  ];
  for (const [text, calls] of cases) it(text, () => assert.deepEqual(handled(text), calls));
});
