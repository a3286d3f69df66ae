import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CompressionTypes, Kafka, logLevel } from 'kafkajs';
import { lookup } from '../../server/src/catalogue/catalogue';
import {
  callOptions,
  callsWithOption,
  clientOption,
  clientVersion,
  defaultOf,
  enumValue,
  methodsOf,
} from '../../server/src/catalogue/clients';

const CALLS_WITH_WORDS = [
  'Kafka',
  'producer',
  'consumer',
  'admin',
  'send',
  'sendBatch',
  'subscribe',
  'run',
  'createTopics',
];

/** An object that notes which of its properties are read. */
function witness(given: object): { readonly options: object; readonly read: Set<string> } {
  const read = new Set<string>();
  const options = new Proxy(given, {
    get(target, name) {
      read.add(String(name));
      return Reflect.get(target, name);
    },
  });
  return { options, read };
}

function topLevel(call: string): string[] {
  return callOptions('kafkajs', call)
    .map((option) => option.name)
    .filter((name) => !/[.[]/.test(name));
}

function makeKafka(): Kafka {
  return new Kafka({ brokers: ['127.0.0.1:1'], logLevel: logLevel.NOTHING, retry: { retries: 0 } });
}

describe('The catalogue of KafkaJS', () => {
  it('was taken from the version that the tests run', () => {
    const manifest = readFileSync(new URL('../../node_modules/kafkajs/package.json', import.meta.url), 'utf8');
    assert.equal(JSON.parse(manifest).version, clientVersion('kafkajs'));
  });

  it('lists exactly the options that KafkaJS reads when it makes a client', () => {
    const kafka = witness({ brokers: [] });
    Reflect.construct(Kafka, [kafka.options]);
    assert.deepEqual([...kafka.read].sort(), topLevel('Kafka').sort());
    for (const [call, given] of [
      ['producer', {}],
      ['consumer', { groupId: 'group' }],
      ['admin', {}],
    ] as const) {
      const { options, read } = witness(given);
      Reflect.apply(makeKafka()[call], makeKafka(), [options]);
      assert.deepEqual([...read].sort(), topLevel(call).sort(), call);
    }
  });

  it('lists exactly the options that KafkaJS reads in the calls of its clients', async () => {
    const clients = { producer: makeKafka().producer(), consumer: makeKafka().consumer({ groupId: 'group' }) };
    const calls = { producer: ['send', 'sendBatch'], consumer: ['subscribe', 'run', 'seek'] } as const;
    for (const object of ['producer', 'consumer'] as const) {
      for (const call of calls[object]) {
        const { options, read } = witness({});
        const method: unknown = Reflect.get(clients[object], call);
        assert.ok(typeof method === 'function');
        await Promise.resolve()
          .then(() => Reflect.apply(method, clients[object], [options]))
          .catch(() => undefined);
        const expected = topLevel(call).sort();
        assert.ok(expected.length > 0, call);
        assert.deepEqual([...read].sort(), expected, call);
      }
    }
    await clients.consumer.disconnect();
  });

  it('knows the methods of each object, so that others are known not to exist', () => {
    const kafka = makeKafka();
    assert.deepEqual(methodsOf('kafkajs', 'producer'), Object.keys(kafka.producer()).sort());
    assert.deepEqual(methodsOf('kafkajs', 'consumer'), Object.keys(kafka.consumer({ groupId: 'g' })).sort());
    assert.deepEqual(methodsOf('kafkajs', 'admin'), Object.keys(kafka.admin()).sort());
    assert.ok(!methodsOf('kafkajs', 'producer').includes('metrics'));
  });

  it('knows the numbers behind the members of enums', () => {
    for (const name of ['None', 'GZIP', 'Snappy', 'LZ4', 'ZSTD'] as const) {
      assert.equal(enumValue('kafkajs', `CompressionTypes.${name}`), CompressionTypes[name]);
    }
    assert.equal(enumValue('kafkajs', 'logLevel.INFO'), logLevel.INFO);
    assert.equal(enumValue('kafkajs', 'CompressionTypes.Brotli'), undefined);
    const values = clientOption('kafkajs', 'send', 'compression')?.values ?? [];
    assert.deepEqual(
      values.map((one) => enumValue('kafkajs', one)),
      [0, 1, 2, 3, 4],
    );
  });

  it('knows the TLS options that matter, and that there are more of them', () => {
    assert.equal(defaultOf('kafkajs', 'Kafka', 'ssl.rejectUnauthorized'), 'true');
    assert.ok(clientOption('kafkajs', 'Kafka', 'ssl')?.open);
    assert.equal(clientOption('kafkajs', 'producer', 'ssl.rejectUnauthorized'), undefined);
  });

  it('tells where a misplaced option belongs', () => {
    assert.deepEqual(callsWithOption('kafkajs', 'acks'), ['send', 'sendBatch']);
    assert.deepEqual(callsWithOption('kafkajs', 'fromBeginning'), ['subscribe']);
    assert.deepEqual(callsWithOption('kafkajs', 'autoCommit'), ['run']);
    assert.deepEqual(callsWithOption('kafkajs', 'lingerMs'), []);
    assert.equal(clientOption('kafkajs', 'producer', 'acks'), undefined);
    assert.deepEqual(callOptions('kafkajs', 'constructor'), []);
  });

  it('has the defaults of KafkaJS, not those of Java', () => {
    assert.equal(defaultOf('kafkajs', 'consumer', 'maxWaitTimeInMs'), '5000');
    assert.equal(defaultOf('kafkajs', 'consumer', 'sessionTimeout'), '30000');
    assert.equal(defaultOf('kafkajs', 'producer', 'idempotent'), 'false');
    assert.equal(defaultOf('kafkajs', 'send', 'acks'), '-1');
    assert.equal(defaultOf('kafkajs', 'producer', 'retry.retries'), '5');
    assert.equal(defaultOf('kafkajs', 'consumer', 'groupId'), undefined);
  });

  it('describes every option of the calls that people tune', () => {
    const silent = CALLS_WITH_WORDS.flatMap((call) =>
      callOptions('kafkajs', call)
        .filter((option) => option.description === undefined && !/replicaAssignment\[\]/.test(option.name))
        .map((option) => `${call} ${option.name}`),
    );
    assert.deepEqual(silent, []);
  });

  it('gives numbers their unit and options their counterparts among Kafka’s keys', () => {
    assert.equal(clientOption('kafkajs', 'consumer', 'maxWaitTimeInMs')?.unit, 'ms');
    assert.equal(clientOption('kafkajs', 'consumer', 'maxBytesPerPartition')?.unit, 'bytes');
    assert.equal(clientOption('kafkajs', 'run', 'autoCommitThreshold')?.unit, undefined);
    for (const call of ['Kafka', 'producer', 'consumer', 'send', 'run', 'subscribe']) {
      for (const option of callOptions('kafkajs', call)) {
        const key = option.kafkaKey ?? option.resembles;
        if (key)
          assert.ok(
            lookup(call === 'consumer' || call === 'run' || call === 'subscribe' ? 'consumer' : 'producer', key),
            key,
          );
      }
    }
  });
});
