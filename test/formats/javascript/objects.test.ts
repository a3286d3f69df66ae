import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import { scopeOf, valuesOf } from './support';

type Files = Readonly<Record<string, string>>;

/** Reads `text` beside other files of its project. */
function parse(text: string, others: Files = {}): ConfigDocument {
  const imported = (name: string) => {
    const file = [name, `${name}.ts`, `${name}.js`].find((one) => others[one] !== undefined);
    return file === undefined ? undefined : { name: file, text: others[file] ?? '' };
  };
  const document = parseDocument({ uri: 'file:///p/src/a.ts', path: '/p/src/a.ts', text, imported });
  assert.ok(document);
  return document;
}

/** A producer that is idempotent, made somewhere, and a send in the file that is read. */
interface Way {
  readonly text: string;
  readonly others?: Files;
}

const MAKES = `import { Kafka } from 'kafkajs';
const kafka = new Kafka({ brokers: ['b1:9092'] });
`;
const SEND = `send({ topic: 'orders', messages: [{ value: 'x' }] });`;

const WAYS: Readonly<Record<string, Way>> = {
  'a constant of another file': {
    text: `import { producer } from './kafka';\nproducer.${SEND}`,
    others: { './kafka.ts': `${MAKES}export const producer = kafka.producer({ idempotent: true });` },
  },
  'a default export': {
    text: `import bus from './kafka';\nbus.${SEND}`,
    others: {
      './kafka.ts': `${MAKES}const producer = kafka.producer({ idempotent: true });\nexport default producer;`,
    },
  },
  'an object of several': {
    text: `import clients from './kafka';\nclients.producer.${SEND}`,
    others: {
      './kafka.ts': `${MAKES}const producer = kafka.producer({ idempotent: true });\nexport default { producer };`,
    },
  },
  CommonJS: {
    text: `const { producer } = require('./kafka');\nproducer.${SEND}`,
    others: {
      './kafka.js': `const { Kafka } = require('kafkajs');\nconst kafka = new Kafka({});\nconst producer = kafka.producer({ idempotent: true });\nmodule.exports = { producer };`,
    },
  },
  'CommonJS with one export': {
    text: `const bus = require('./lib/kafka-bus');\nbus.${SEND}`,
    others: {
      './lib/kafka-bus.js': `const { kafka } = require('../kafka');\nmodule.exports = kafka.producer({ idempotent: true });`,
      './kafka.js': `const kj = require('kafkajs');\nexports.kafka = new kj.Kafka({ brokers: [] });`,
    },
  },
  'a file that hands on': {
    text: `import { producer } from './index';\nproducer.${SEND}`,
    others: {
      './index.ts': "export * from './nothing';\nexport { bus as producer } from './kafka';",
      './kafka.ts': `${MAKES}export const bus = kafka.producer({ idempotent: true });`,
    },
  },
  'an import under another name': {
    text: `import { Kafka as Client } from 'kafkajs';\nconst k = new Client({});\nconst bus = k.producer({ idempotent: true });\nbus.${SEND}`,
  },
  'a default import of the library': {
    text: `import lib from 'kafkajs';\nconst k = new lib.Kafka({});\nconst bus = k.producer({ idempotent: true });\nbus.${SEND}`,
  },
  'require in a method': {
    text: `class Bus {\n  start() {\n    const { Kafka } = require('kafkajs');\n    this.bus = new Kafka({}).producer({ idempotent: true });\n  }\n  go() { return this.bus.${SEND} }\n}`,
  },
  'a function of the file': {
    text: `${MAKES}async function createBus() {\n  const made = kafka.producer({ idempotent: true });\n  await made.connect();\n  return made;\n}\nconst bus = await createBus();\nbus.${SEND}`,
  },
  'a function of another file': {
    text: `import { createBus } from './kafka';\nconst bus = await createBus();\nbus.${SEND}`,
    others: {
      './kafka.ts': `${MAKES}export async function createBus() {\n  const made = kafka.producer({ idempotent: true });\n  await made.connect();\n  return made;\n}`,
    },
  },
  'a lazy singleton': {
    text: `${MAKES}let bus = null;\nexport async function getBus() {\n  if (bus) return bus;\n  bus = kafka.producer({ idempotent: true });\n  return bus;\n}\nexport async function go() { const p = await getBus(); return p.${SEND} }`,
  },
  'a lazy field': {
    text: `${MAKES}class Bus {\n  private bus;\n  get() { return (this.bus ??= kafka.producer({ idempotent: true })); }\n  go() { return this.get().${SEND} }\n}`,
  },
  'a static instance': {
    text: `import { KafkaClients as Clients } from './clients';\nClients.getInstance().bus.${SEND}`,
    others: {
      './clients.ts': `${MAKES}export class KafkaClients {\n  private static instance: KafkaClients;\n  bus = kafka.producer({ idempotent: true });\n  static getInstance() {\n    if (!KafkaClients.instance) KafkaClients.instance = new KafkaClients();\n    return KafkaClients.instance;\n  }\n}`,
    },
  },
  'a service by its type': {
    text: `import { KafkaService } from './service';\nexport class Orders {\n  constructor(private readonly service: KafkaService) {}\n  go() { return this.service.bus.${SEND} }\n}`,
    others: {
      './service.ts': `${MAKES}export class KafkaService {\n  readonly bus = kafka.producer({ idempotent: true });\n}`,
    },
  },
  'a getter of a service': {
    text: `import { KafkaService } from './service';\nexport class Orders {\n  constructor(private readonly service: KafkaService) {}\n  go() { return this.service.producer.${SEND} }\n}`,
    others: {
      './service.ts': `${MAKES}export class KafkaService {\n  private bus = kafka.producer({ idempotent: true });\n  get producer() { return this.bus; }\n}`,
    },
  },
  'a base class': {
    text: `import { Base } from './kafka-base';\nexport class Orders extends Base {\n  go() { return this.bus.${SEND} }\n}`,
    others: {
      './kafka-base.ts': `${MAKES}export abstract class Base {\n  protected bus = kafka.producer({ idempotent: true });\n}`,
    },
  },
  'a client handed to the base class': {
    text: `import { Kafka } from 'kafkajs';\nimport { Base } from './base';\nexport class Orders extends Base {\n  constructor() { super(new Kafka({})); }\n  go() { return this.bus.${SEND} }\n}`,
    others: {
      './base.ts':
        'export class Base {\n  constructor(kafka) {\n    this.kafka = kafka;\n    this.bus = this.kafka.producer({ idempotent: true });\n  }\n}',
    },
  },
  'a parameter': {
    text: `${MAKES}function publish(bus) { return bus.${SEND} }\npublish(kafka.producer({ idempotent: true }));`,
  },
  'an object of dependencies': {
    text: `${MAKES}const deps = { bus: kafka.producer({ idempotent: true }) };\nfunction publish({ bus }) { return bus.${SEND} }\npublish(deps);`,
  },
  'a subclass of the client': {
    text: `import { Kafka } from 'kafkajs';\nclass Client extends Kafka {\n  constructor() { super({ brokers: ['b1:9092'] }); }\n}\nconst bus = new Client().producer({ idempotent: true });\nbus.${SEND}`,
  },
  'options of a function': {
    text: `${MAKES}const options = () => ({ idempotent: true });\nconst bus = kafka.producer(options());\nbus.${SEND}`,
  },
  'options of a class of another file': {
    text: `${MAKES}import { Settings } from './settings';\nconst settings = new Settings();\nconst bus = kafka.producer(settings.producer);\nbus.${SEND}`,
    others: { './settings.ts': 'export class Settings {\n  producer = { idempotent: true };\n}' },
  },
  'options of a method': {
    text: `${MAKES}import { Settings } from './settings';\nconst bus = kafka.producer(new Settings().producer());\nbus.${SEND}`,
    others: { './settings.ts': 'export class Settings {\n  producer() { return { idempotent: true }; }\n}' },
  },
  'options that are changed later': {
    text: `${MAKES}const options = {};\noptions['idempotent'] = true;\nconst bus = kafka.producer(options);\nbus.${SEND}`,
  },
  'options put together': {
    text: `${MAKES}const bus = kafka.producer(Object.assign({}, { idempotent: false }, { idempotent: true }));\nbus.${SEND}`,
  },
};

describe('producers, however they come about', () => {
  for (const [name, { text, others }] of Object.entries(WAYS)) {
    it(`is seen through ${name}`, () => {
      const { scopes } = parse(text, others);
      const producer = scopes.find(({ calls }) => calls.some(({ method }) => method === 'send'));
      assert.equal(producer?.role, 'producer');
      assert.equal(valuesOf(producer.entries).idempotent, 'true');
    });
  }

  it('has its client beside it, also where that is made in another file', () => {
    const others = { './kafka.ts': "import { Kafka } from 'kafkajs';\nexport const kafka = new Kafka({ ssl: true });" };
    const document = parse("import { kafka } from './kafka';\nconst bus = kafka.producer();\nbus.connect();", others);
    const { parent } = scopeOf(document, 'producer');
    assert.deepEqual(parent && valuesOf(parent.entries), { ssl: 'true' });
    assert.deepEqual(
      document.scopes.map(({ role }) => role),
      ['producer'],
    );
  });
});

describe('types that say what a name is', () => {
  const typed: Readonly<Record<string, string>> = {
    'a type of its own': "import { KafkaJS } from '@confluentinc/kafka-javascript';\ntype Bus = KafkaJS.Producer;",
    'an import under another name': "import { type Producer as Bus } from 'kafkajs';",
    'a promise': "import type { Producer } from 'kafkajs';\ntype Bus = Promise<Producer>;",
    'a union': "import type { Producer } from 'kafkajs';\ntype Bus = null | Producer;",
  };
  for (const [name, head] of Object.entries(typed)) {
    it(name, () => {
      const { scopes } = parse(`${head}\nexport const go = (bus: Bus) => bus.${SEND}`);
      assert.deepEqual(
        scopes.map(({ role, client }) => [role, client]),
        [['producer', head.includes('confluent') ? 'confluent' : 'kafkajs']],
      );
    });
  }

  it('a member of an interface', () => {
    const text = `import type { Producer } from 'kafkajs';\ninterface Deps { bus: Producer }\nexport const go = (deps: Deps) => deps.bus.${SEND}`;
    assert.equal(scopeOf(parse(text), 'producer').calls.length, 1);
  });

  it('an annotation stands where the value cannot be seen', () => {
    const text = `import type { Consumer } from 'kafkajs';\nimport { createConsumer } from 'somewhere';\nclass A {\n  private c: Consumer;\n  async go() {\n    this.c = await createConsumer();\n    await this.c.run({ eachMessage: handle });\n  }\n}`;
    assert.equal(scopeOf(parse(text), 'consumer').calls.length, 1);
  });

  it('Confluent’s client under the name of KafkaJS stays Confluent’s', () => {
    const text =
      "import { KafkaJS } from '@confluentinc/kafka-javascript';\ntype Kafka = KafkaJS.Kafka;\nconst Kafka = KafkaJS.Kafka;\nexport const make = (): Kafka => new Kafka({ kafkaJS: { brokers: ['b1:9092'] } });\nexport const bus = make().producer({ kafkaJS: { acks: -1 } });";
    const { scopes } = parse(text);
    assert.deepEqual(new Set(scopes.map(({ client }) => client)), new Set(['confluent']));
  });
});

describe('options that hold in some cases only', () => {
  const optionsOf = (expression: string) =>
    valuesOf(scopeOf(parse(`${MAKES}const other = new Kafka(${expression});`), 'client').entries);
  const last = (expression: string, before = '') => {
    const { scopes } = parse(`import { Kafka } from 'kafkajs';\n${before}\nnew Kafka(${expression});`);
    return { values: valuesOf(scopes[0]?.entries ?? []), completeness: scopes[0]?.completeness };
  };

  it('spread behind a condition', () => {
    const { values, completeness } = last(
      "{ brokers: [], ...(isLive ? { ssl: true } : {}), ...(user && { sasl: { mechanism: 'plain' } }) }",
    );
    assert.equal(values.ssl, 'true unless set');
    assert.equal(values['sasl.mechanism'], 'plain unless set');
    assert.equal(completeness, 'complete');
    assert.ok(optionsOf('{}'));
  });

  it('a value that is an object in one case', () => {
    const { values } = last('{ ssl: isLive ? { rejectUnauthorized: false } : undefined }');
    assert.deepEqual(values, { ssl: '?', 'ssl.rejectUnauthorized': 'false unless set' });
  });

  it('assigned behind a condition', () => {
    const { values } = last('options', 'const options = { brokers: [] };\nif (isLive) options.ssl = true;');
    assert.deepEqual(values, { brokers: '', ssl: 'true unless set' });
  });

  it('what is assigned under a computed name hides what is there', () => {
    assert.equal(last('options', 'const options = {};\noptions[name] = true;').completeness, 'fragment');
  });
});
