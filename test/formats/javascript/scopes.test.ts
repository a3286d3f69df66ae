import assert from 'node:assert/strict';
import { callIn, parseCode, scopeOf, valuesOf } from './support';

const producerOptions = (text: string) => valuesOf(scopeOf(parseCode(text), 'producer').entries);

describe('clients in code', () => {
  const OPTIONS = '{ idempotent: true }';
  const found: Readonly<Record<string, string>> = {
    import: `import { Kafka } from 'kafkajs';\nconst k = new Kafka({});\nconst p = k.producer(${OPTIONS});`,
    'renamed import': `import { Kafka as K } from 'kafkajs';\nnew K({}).producer(${OPTIONS});`,
    namespace: `import * as kj from 'kafkajs';\nconst k = new kj.Kafka({});\nk.producer(${OPTIONS});`,
    require: `const { Kafka } = require('kafkajs');\nconst k = new Kafka({});\nk.producer(${OPTIONS});`,
    'renamed require': `const { Kafka: K } = require('kafkajs');\nnew K({}).producer(${OPTIONS});`,
    'required namespace': `const kj = require('kafkajs');\nnew kj.Kafka({}).producer(${OPTIONS});`,
    'awaited import': `const { Kafka } = await import('kafkajs');\nnew Kafka({}).producer(${OPTIONS});`,
    'typed parameter': `import type { Kafka } from 'kafkajs';\nexport const make = (client: Kafka) => client.producer(${OPTIONS});`,
    'class member': `import { Kafka } from 'kafkajs';\nclass A {\n  #k = new Kafka({});\n  p = this.#k.producer(${OPTIONS});\n}`,
    'constructor parameter': `import { Kafka } from 'kafkajs';\nclass A {\n  p;\n  constructor(private readonly bus: Kafka) {\n    this.p = this.bus.producer(${OPTIONS});\n  }\n}`,
    'factory function': `import { Kafka } from 'kafkajs';\nconst make = () => new Kafka({});\nmake().producer(${OPTIONS});`,
    'constant options': `import { Kafka } from 'kafkajs';\nconst options = ${OPTIONS};\nnew Kafka({}).producer(options);`,
    'options of a class': `import { Kafka } from 'kafkajs';\nclass A {\n  options = ${OPTIONS};\n  p = new Kafka({}).producer(this.options);\n}`,
    'spread options': `import { Kafka } from 'kafkajs';\nconst base = ${OPTIONS};\nnew Kafka({}).producer({ ...base });`,
    'satisfied options': `import { Kafka, type ProducerConfig } from 'kafkajs';\nnew Kafka({}).producer(${OPTIONS} satisfies ProducerConfig);`,
    'client from another file': `import { kafka } from './client';\nkafka.producer(${OPTIONS});`,
    'fragment of code': `const p = kafka.producer(${OPTIONS});`,
    'half-typed code': `import { Kafka } from 'kafkajs';\nnew Kafka({}).producer(${OPTIONS});\nif (x { foo(`,
    decorators: `import { Kafka } from 'kafkajs';\n@Injectable()\nclass A {\n  @Inject() other!: B;\n  p = new Kafka({}).producer(${OPTIONS});\n}`,
  };
  for (const [name, text] of Object.entries(found)) {
    it(`finds a producer: ${name}`, () => assert.deepEqual(producerOptions(text), { idempotent: 'true' }));
  }

  const silent: Readonly<Record<string, string>> = {
    'another library': `import { Kafka } from 'kafka-node';\nnew Kafka({}).producer({ batch: 1 });`,
    'a queue of AWS': `import { Producer } from 'sqs-producer';\nconst producer = Producer.create({});\nawait producer.send({ id: 1, body: '' });`,
    'a class of its own': `class Kafka {}\nconst kafka = new Kafka();\nkafka.producer({ batch: 1 });`,
    'a wrapper': `import { EventProducer } from './events';\nconst producer = new EventProducer();\nproducer.send({ topic: 't', messages: [] });`,
    'a typed wrapper': `export class A {\n  constructor(private producer: EventProducer) {}\n  go() { this.producer.send({ topic: 't', messages: [] }); }\n}`,
    'a redux consumer': `const consumer = useConsumer();\nconsumer.run({ a: 1 });`,
    text: `const help = "use kafka.producer({ batch: {} }) to send";`,
  };
  for (const [name, text] of Object.entries(silent)) {
    it(`has nothing to say of ${name}`, () => assert.deepEqual(parseCode(text).scopes, []));
  }

  it('joins a producer with its client and its calls', () => {
    const document = parseCode(`
import { Kafka } from 'kafkajs';
const kafka = new Kafka({ brokers: ['a:9092'] });
let producer;
export async function start() {
  producer = kafka.producer({ idempotent: true });
  await producer.connect();
}
export const publish = (message) => producer.send({ topic: 'orders', messages: [message], acks: -1 });
`);
    const producer = scopeOf(document, 'producer');
    assert.equal(producer.parent, scopeOf(document, 'client'));
    assert.deepEqual(
      producer.calls.map(({ method, outcome, repetition }) => [method, outcome, repetition]),
      [
        ['connect', 'awaited', 'start-up'],
        ['send', 'returned', 'unknown'],
      ],
    );
    assert.equal(valuesOf(callIn(producer, 'send').options.entries).acks, '-1');
  });

  it('reads the parts of a NestJS microservice', () => {
    const document = parseCode(`
import { ClientsModule, Transport } from '@nestjs/microservices';
ClientsModule.register([{
  name: 'BUS',
  transport: Transport.KAFKA,
  options: {
    client: { brokers: ['a:9092'] },
    consumer: { groupId: 'billing', fromBeginning: true },
    run: { partitionsConsumedConcurrently: 4 },
  },
}]);
`);
    assert.deepEqual(valuesOf(scopeOf(document, 'client').entries), { brokers: 'a:9092' });
    const consumer = scopeOf(document, 'consumer');
    assert.deepEqual(valuesOf(consumer.entries), { groupId: 'billing', fromBeginning: 'true' });
    assert.deepEqual(valuesOf(callIn(consumer, 'run').options.entries), { partitionsConsumedConcurrently: '4' });
  });

  it('knows that a spread of something unknown may hide options', () => {
    const complete = (options: string) =>
      scopeOf(parseCode(`import { Kafka } from 'kafkajs';\nnew Kafka({}).producer(${options});`), 'producer')
        .completeness;
    assert.equal(complete('{ idempotent: true }'), 'complete');
    assert.equal(complete(''), 'complete');
    assert.equal(complete('{ ...defaults, idempotent: true }'), 'fragment');
    assert.equal(complete('{ [name]: true }'), 'fragment');
    assert.equal(complete('options'), 'fragment');
  });

  it('reads the script of a component, at its place in the file', () => {
    const text = `<template><p>{{ x }}</p></template>\n<script lang="ts">\nimport { Kafka } from 'kafkajs';\nnew Kafka({ brokers: ['a:1'] as string[] });\n</script>\n`;
    const [entry] = scopeOf(parseCode(text, '/project/App.vue'), 'client').entries;
    assert.equal(entry && text.slice(entry.span.start, entry.span.end), "brokers: ['a:1'] as string[]");
  });

  it('leaves bundles, packages and code without a client alone', () => {
    const code = `import { Kafka } from 'kafkajs';\nnew Kafka({ brokers: ['a:1'] });`;
    assert.deepEqual(parseCode(code, '/project/node_modules/x/index.js').scopes, []);
    assert.deepEqual(parseCode(code.replaceAll('\n', '') + 'a();'.repeat(20_000)).scopes, []);
    assert.deepEqual(parseCode(code + '\n// '.repeat(600_000)).scopes, []);
    assert.deepEqual(parseCode(`${code}\0`).scopes, []);
  });
});
