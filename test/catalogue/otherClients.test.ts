import assert from 'node:assert/strict';
import { lookup } from '../../server/src/catalogue/catalogue';
import {
  callOptions,
  callsOf,
  callsWithOption,
  clientOption,
  defaultOf,
  enumValue,
  methodsOf,
} from '../../server/src/catalogue/clients';
import { librdkafkaKey, librdkafkaKeys } from '../../server/src/catalogue/clients/librdkafka';

const TUNED = {
  confluent: ['Kafka', 'producer', 'consumer', 'admin', 'send', 'sendBatch', 'subscribe', 'run'],
  platformatic: ['send', 'asStream'],
} as const;

describe('The catalogue of Confluent’s client', () => {
  it('has KafkaJS’ options in a block, with its own defaults', () => {
    assert.equal(defaultOf('confluent', 'consumer', 'kafkaJS.maxWaitTimeInMs'), '500');
    assert.equal(defaultOf('confluent', 'consumer', 'kafkaJS.sessionTimeout'), '30000');
    assert.equal(clientOption('confluent', 'producer', 'acks')?.name, 'acks');
    assert.equal(clientOption('confluent', 'send', 'acks'), undefined);
    assert.equal(enumValue('confluent', 'CompressionTypes.GZIP'), 'gzip');
  });

  it('lets the block of every client have what all of them share', () => {
    for (const call of ['Kafka', 'producer', 'consumer', 'admin']) {
      assert.equal(clientOption('confluent', call, 'kafkaJS.brokers')?.required, call === 'Kafka', call);
    }
  });

  it('takes librdkafka’s keys beside the block', () => {
    assert.equal(clientOption('confluent', 'producer', 'linger.ms')?.kafkaKey, 'linger.ms');
    assert.equal(clientOption('confluent', 'consumer', 'linger.ms'), undefined);
    assert.deepEqual(callsWithOption('confluent', 'kafkaJS.fromBeginning'), ['consumer']);
  });
});

describe('The catalogue of librdkafka', () => {
  it('knows types, ranges, defaults and aliases', () => {
    assert.deepEqual(librdkafkaKey('linger.ms'), {
      key: 'linger.ms',
      type: 'float',
      scope: 'producer',
      defaultText: '5',
      min: 0,
      max: 900000,
      aliasOf: 'queue.buffering.max.ms',
      topic: false,
      deprecated: false,
      kafkaKey: 'linger.ms',
    });
    assert.deepEqual(librdkafkaKey('security.protocol')?.values, ['plaintext', 'ssl', 'sasl_plaintext', 'sasl_ssl']);
    assert.equal(librdkafkaKey('acks')?.topic, true);
    assert.equal(librdkafkaKey('max.poll.records'), undefined);
    assert.equal(librdkafkaKey('max.poll.records', 'confluent')?.defaultText, '500');
    assert.equal(librdkafkaKey('buffer.memory'), undefined);
    assert.equal(librdkafkaKey('constructor'), undefined);
  });

  it('keeps keys of the other side away from a client', () => {
    assert.ok(librdkafkaKeys('producer').includes('batch.size'));
    assert.ok(!librdkafkaKeys('consumer').includes('batch.size'));
    assert.ok(librdkafkaKeys('both').includes('batch.size'));
    assert.ok(!librdkafkaKeys('producer').includes('group.id'));
  });

  it('has a type and bounds for every key, and a default within them', () => {
    for (const key of librdkafkaKeys('both', 'confluent')) {
      const setting = librdkafkaKey(key, 'confluent');
      assert.ok(setting, key);
      const { min, max, values, defaultText, aliasOf } = setting;
      if (min !== undefined && max !== undefined && defaultText !== '') {
        assert.ok(Number(defaultText) >= min && Number(defaultText) <= max, key);
      }
      if (setting.type === 'enum' && values && defaultText !== '') assert.ok(values.includes(defaultText), key);
      if (aliasOf) assert.equal(librdkafkaKey(aliasOf, 'confluent')?.type, setting.type, key);
    }
  });

  it('takes the keys in each constructor of node-rdkafka', () => {
    assert.equal(clientOption('rdkafka', 'KafkaConsumer', 'group.id')?.kafkaKey, 'group.id');
    assert.equal(clientOption('rdkafka', 'Producer', 'queue.buffering.max.ms')?.kafkaKey, 'linger.ms');
    assert.equal(clientOption('rdkafka', 'Producer', 'request.timeout.ms')?.kafkaKey, undefined);
    assert.ok(methodsOf('rdkafka', 'producer').includes('produce'));
    assert.ok(!methodsOf('rdkafka', 'producer').includes('send'));
  });
});

describe('The catalogue of @platformatic/kafka', () => {
  it('has that library’s defaults', () => {
    assert.equal(defaultOf('platformatic', 'Producer', 'metadataMaxAge'), '5000');
    assert.equal(defaultOf('platformatic', 'Consumer', 'sessionTimeout'), '60000');
    assert.equal(defaultOf('platformatic', 'asStream', 'batchTime'), '10');
  });
});

describe('The catalogue of every JavaScript client', () => {
  it('names only keys that Kafka’s own clients have', () => {
    for (const client of ['kafkajs', 'confluent', 'rdkafka', 'platformatic'] as const) {
      for (const call of callsOf(client)) {
        for (const { name, kafkaKey, resembles } of callOptions(client, call)) {
          for (const key of [kafkaKey, resembles]) {
            const known = key === undefined || lookup('client', key) || lookup('broker', key);
            assert.ok(known, `${client} ${call} ${name}: ${key}`);
          }
        }
      }
    }
  });

  it('describes the options that people tune', () => {
    const silent = Object.entries(TUNED).flatMap(([client, calls]) =>
      calls.flatMap((call) =>
        callOptions(client as keyof typeof TUNED, call)
          .filter((option) => option.kafkaKey === undefined && option.description === undefined)
          .filter((option) => client !== 'confluent' || /^kafkaJS\b|^[a-z]+$/i.test(option.name))
          .map((option) => `${client} ${call} ${option.name}`),
      ),
    );
    assert.deepEqual(
      silent.filter(
        (one) =>
          !/producerId|producerEpoch|partitioner|metadata|headers|timestamp|opaque|interceptors|reportMode|highWaterMark|autocreate/.test(
            one,
          ),
      ),
      [],
    );
  });
});
