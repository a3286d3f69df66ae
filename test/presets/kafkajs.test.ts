import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { clientOption, defaultOf } from '../../server/src/catalogue/clients';
import { lint } from '../../server/src/engine/lint';
import { planPresets, scopesWithPresets } from '../../server/src/features/presetPlans';
import { parseDocument, renderEdits } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import { applyTextEdits } from '../../server/src/model/edit';
import { KAFKAJS_PRESET_NAMES, KAFKAJS_PRESETS } from '../../server/src/presets/kafkajs';
import { presetEdits } from '../../server/src/presets/plan';
import type { PresetChange } from '../../server/src/presets/types';
import { DEFAULT } from '../../server/src/presets/types';

function parse(text: string): ConfigDocument {
  const document = parseDocument({ uri: 'file:///project/app.ts', path: '/project/app.ts', text });
  assert.ok(document);
  return document;
}

function planned(text: string, preset: string): readonly PresetChange[] {
  const document = parse(text);
  return planPresets(document, scopesWithPresets(document, {}), preset, {});
}

const applied = (text: string, preset: string): string =>
  applyTextEdits(text, renderEdits(parse(text), presetEdits(planned(text, preset))));

const HEAD = "import { Kafka } from 'kafkajs';\n";
const APP = `${HEAD}const kafka = new Kafka({ brokers: ['a:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'g' });
export async function main(records: { value: string }[]) {
  await producer.send({ topic: 't', messages: records });
  await consumer.subscribe({ topics: ['t'] });
  await consumer.run({ eachMessage: async () => {} });
}
`;

describe('presets of KafkaJS', () => {
  it('have options that their calls take, and no value that is the default anyway', () => {
    for (const settings of Object.values(KAFKAJS_PRESETS)) {
      for (const { method, option, value } of settings) {
        assert.ok(clientOption('kafkajs', method, option), `${method} takes ${option}`);
        if (value !== DEFAULT && value !== '-1') assert.notEqual(value, defaultOf('kafkajs', method, option));
      }
    }
  });

  it('give a reason each, and a price to whatever a person must agree to', () => {
    for (const { reason, price, confirm } of Object.values(KAFKAJS_PRESETS).flat()) {
      assert.ok(reason.length > 10);
      assert.ok(!confirm || price);
    }
  });

  it('reach the client, producers, consumers, and their calls', () => {
    const keys = planned(APP, 'throughput').map(({ key }) => key);
    for (const key of [
      'connectionTimeout of new Kafka() in line 2',
      'retry.retries of producer() in line 3',
      'minBytes of consumer() in line 4',
      'compression of send() in line 6',
      'partitionsConsumedConcurrently of run() in line 8',
    ])
      assert.ok(keys.includes(key), `${key} is among ${keys.join('; ')}`);
  });

  it('write code that says what was planned, and are satisfied with it', () => {
    const text = applied(APP, 'throughput');
    assert.match(text, /^import \{ Kafka, CompressionTypes \} from 'kafkajs';/);
    assert.match(text, /new Kafka\(\{ brokers: \['a:9092'\], connectionTimeout: 3000 \}\)/);
    assert.match(text, /producer\(\{ allowAutoTopicCreation: false, retry: \{ retries: 8 \} \}\)/);
    assert.match(text, /groupId: 'g', minBytes: 10240, maxWaitTimeInMs: 1000 \}/);
    assert.match(text, /messages: records, compression: CompressionTypes\.GZIP \}/);
    for (const name of KAFKAJS_PRESET_NAMES) assert.deepEqual(planned(applied(APP, name), name), [], name);
  });

  it('bring no finding with them', () => {
    const rulesIn = (text: string): string[] =>
      lint(parse(text), { severityOf: () => undefined }).findings.flatMap(({ rule, severity }) =>
        severity === 'hint' ? [] : [rule],
      );
    const slow = APP.replace("groupId: 'g'", "groupId: 'g', sessionTimeout: 6000, heartbeatInterval: 1000");
    const exact = APP.replace('producer()', 'producer({ idempotent: true })');
    for (const text of [APP, slow, exact]) {
      const before = rulesIn(text);
      for (const name of KAFKAJS_PRESET_NAMES) {
        const added = rulesIn(applied(text, name)).filter((rule) => !before.includes(rule));
        assert.deepEqual(added, [], name);
      }
    }
  });

  it('keep what is as good, and what an environment variable says', () => {
    const text = `${HEAD}const kafka = new Kafka({ brokers: ['a:1'], connectionTimeout: 8000 });
kafka.consumer({ groupId: 'g', minBytes: 65536, maxWaitTimeInMs: Number(process.env.WAIT ?? 5000) });
`;
    assert.deepEqual(planned(text, 'throughput'), []);
  });

  it('take small values out, and change those that are written', () => {
    const text = `${HEAD}const kafka = new Kafka({ brokers: ['a:1'], connectionTimeout: 500 });
kafka.consumer({ groupId: 'g', maxBytesPerPartition: 1024, maxBytes: 4096 });
`;
    assert.match(applied(text, 'balanced'), /connectionTimeout: 3000[\s\S]*\{ groupId: 'g',?\s*\}/);
  });

  it('do not add to objects that may hide the option', () => {
    const text = `${HEAD}new Kafka({ brokers: ['a:1'], ...options });\nkafka.consumer(settings);\n`;
    assert.deepEqual(planned(text, 'durability'), []);
  });

  it('let a person agree to what may lose or repeat records', () => {
    const text = APP.replace('producer()', 'producer({ maxInFlightRequests: 1 })');
    const agreed = planned(text, 'throughput').filter(({ confirm }) => confirm);
    assert.deepEqual(
      agreed.map(({ key }) => key.split(' ')[0]),
      ['allowAutoTopicCreation', 'maxInFlightRequests', 'partitionsConsumedConcurrently'],
    );
  });

  it('leave the requests of an idempotent producer alone', () => {
    const text = APP.replace('producer()', 'producer({ idempotent: true, maxInFlightRequests: 1 })');
    assert.ok(planned(text, 'throughput').every(({ key }) => !key.startsWith('maxInFlightRequests')));
  });

  it('change options that two clients share once', () => {
    const text = `${HEAD}const kafka = new Kafka({ brokers: ['a:1'], connectionTimeout: 5000 });
const options = { idempotent: true };
export const a = kafka.producer(options);
export const b = kafka.producer(options);
`;
    assert.equal(applied(text, 'durability').match(/allowAutoTopicCreation/g)?.length, 1);
  });
});
