import assert from 'node:assert/strict';
import { CompressionCodecs, CompressionTypes, type Message, type Producer, type ProducerRecord } from 'kafkajs';
import { type FakeBroker, fakeBroker, kafkaOn } from './support/broker';
import { TOPIC } from './support/consume';
import { describeBatch, type RecordBatch } from './support/log';
import { readProduce } from './support/logApis';
import { loosely } from './support/loosely';

describe('KafkaJS’ send()', () => {
  let broker: FakeBroker;
  let producer: Producer;

  beforeEach(async () => {
    broker = fakeBroker();
    producer = kafkaOn(broker).producer();
    await producer.connect();
  });

  afterEach(() => producer.disconnect());

  function send(options: object, value = 'value'): Promise<unknown> {
    return producer.send(loosely<ProducerRecord>({ topic: TOPIC, messages: [{ value }], ...options }));
  }

  it('asks for the acknowledgement of all in-sync replicas within 30 s by default, uncompressed', async () => {
    await send({});
    assert.deepEqual(produced(broker)[0]?.head, { acks: -1, timeout: 30000 });
    assert.equal(produced(broker)[0]?.batches[0]?.codec, CompressionTypes.None);
  });

  it('writes acks "all" as 0 and waits for an answer that no broker sends, until the request times out', async () => {
    const kafka = kafkaOn(broker, { requestTimeout: 20 });
    const impatient = kafka.producer();
    await impatient.connect();
    const record = loosely<ProducerRecord>({ topic: TOPIC, messages: [{ value: 'a' }], acks: 'all' });
    await assert.rejects(impatient.send(record), { message: /timed out/ });
    await impatient.disconnect();
    assert.equal(produced(broker)[0]?.head.acks, 0);
  });

  it('writes acks "1" as 1, and any other number as it is', async () => {
    await send({ acks: '1' });
    await send({ acks: 2 });
    assert.deepEqual(
      produced(broker).map(({ head }) => head.acks),
      [1, 2],
    );
  });

  it('gives back nothing with acks 0: no offset and no failure', async () => {
    assert.deepEqual(await send({ acks: 0 }), []);
  });

  it('throws for Snappy, LZ4 and ZSTD while no codec is registered', async () => {
    for (const name of ['Snappy', 'LZ4', 'ZSTD'] as const) {
      await assert.rejects(send({ compression: CompressionTypes[name] }), {
        message: `${name} compression not implemented`,
      });
    }
    assert.equal(broker.sent('Produce').length, 0);
  });

  it('uses a codec from the moment that it is registered', async () => {
    const before = CompressionCodecs[CompressionTypes.LZ4];
    try {
      CompressionCodecs[CompressionTypes.LZ4] = () => ({
        compress: async ({ buffer }: { buffer: Buffer }) => buffer,
        decompress: async (buffer: Buffer) => buffer,
      });
      await send({ compression: CompressionTypes.LZ4 });
      assert.equal(produced(broker)[0]?.batches[0]?.codec, CompressionTypes.LZ4);
    } finally {
      CompressionCodecs[CompressionTypes.LZ4] = before;
    }
  });

  it('throws a TypeError for a compression that is a text or a number without a codec', async () => {
    for (const compression of ['gzip', 'lz4', 7]) {
      await assert.rejects(send({ compression }), { message: /Cannot read properties of null \(reading 'compress'\)/ });
    }
  });

  it('has GZIP built in, which makes repetitive text several times smaller', async () => {
    const value = JSON.stringify({ name: 'a name that repeats' }).repeat(50);
    await send({}, value);
    await send({ compression: CompressionTypes.GZIP }, value);
    const [plain, packed] = produced(broker).flatMap(({ batches }) => batches);
    assert.ok(plain && packed && packed.codec === CompressionTypes.GZIP);
    assert.ok(packed.bytes * 5 < plain.bytes, `${packed.bytes} of ${plain.bytes}`);
  });

  it('numbers codecs None 0, GZIP 1, Snappy 2, LZ4 3, ZSTD 4', () => {
    const { None, GZIP, Snappy, LZ4, ZSTD } = CompressionTypes;
    assert.deepEqual([None, GZIP, Snappy, LZ4, ZSTD], [0, 1, 2, 3, 4]);
  });

  it('throws for messages without a value: raw events, texts and undefined', async () => {
    for (const message of [{ id: 1, name: 'raw event' }, 'text', 7, { value: undefined }, { key: 'only a key' }]) {
      const messages = loosely<Message[]>([message]);
      await assert.rejects(producer.send({ topic: TOPIC, messages }), { message: /^Invalid message without value/ });
    }
  });

  it('takes null as a value, which deletes a key from a compacted topic', async () => {
    await producer.send({ topic: TOPIC, messages: [{ key: 'key', value: null }] });
    assert.equal(produced(broker)[0]?.batches[0]?.records, 1);
  });

  it('throws for values that are numbers, booleans or objects', async () => {
    for (const value of [7, true, { id: 1 }]) {
      const messages = loosely<Message[]>([{ value }]);
      await assert.rejects(producer.send({ topic: TOPIC, messages }), String(value));
    }
    assert.equal(broker.sent('Produce').length, 0);
  });

  it('throws without messages and without a topic', async () => {
    await assert.rejects(producer.send(loosely<ProducerRecord>({ topic: TOPIC })), {
      message: /^Invalid messages array/,
    });
    await assert.rejects(producer.send(loosely<ProducerRecord>({ messages: [] })), { message: 'Invalid topic' });
  });

  it('makes one request of all messages of a call, and one of each call', async () => {
    const messages = Array.from({ length: 100 }, (_, id) => ({ value: String(id) }));
    await producer.send({ topic: TOPIC, messages });
    assert.equal(broker.sent('Produce').length, 1);
    for (const message of messages.slice(0, 10)) await producer.send({ topic: TOPIC, messages: [message] });
    assert.equal(broker.sent('Produce').length, 11);
  });

  it('makes one request of several topics in sendBatch()', async () => {
    const topicMessages = ['orders', 'payments'].map((topic) => ({ topic, messages: [{ value: 'a' }] }));
    await producer.sendBatch({ topicMessages });
    assert.equal(broker.sent('Produce').length, 1);
  });

  it('throws before connect() and after disconnect()', async () => {
    const another = kafkaOn(broker).producer();
    const record = { topic: TOPIC, messages: [{ value: 'a' }] };
    await assert.rejects(another.send(record), { message: 'The producer is disconnected' });
    await another.connect();
    await another.disconnect();
    await assert.rejects(another.send(record), { message: 'The producer is disconnected' });
  });
});

interface Produced {
  readonly head: { readonly acks: number; readonly timeout: number };
  readonly batches: readonly RecordBatch[];
}

function produced(broker: FakeBroker): Produced[] {
  return broker.sent('Produce').map((body) => {
    const { acks, timeout, topics } = readProduce(body);
    const batches = topics.flatMap((one) => one.batches).map(({ batch }) => describeBatch(batch));
    return { head: { acks, timeout }, batches };
  });
}
