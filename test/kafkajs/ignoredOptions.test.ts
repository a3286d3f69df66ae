import assert from 'node:assert/strict';
import {
  CompressionTypes,
  type Consumer,
  type ConsumerConfig,
  type ConsumerRunConfig,
  type ProducerConfig,
} from 'kafkajs';
import { fakeBroker, kafkaOn } from './support/broker';
import { consume, fill, TOPIC } from './support/consume';
import { readJoinGroup } from './support/groupApis';
import { describeBatch } from './support/log';
import { readFetch, readProduce } from './support/logApis';
import { loosely } from './support/loosely';

const IGNORED = {
  batch: { size: 1048576, lingerMs: 100 },
  batchSize: 1,
  linger: 100,
  compression: CompressionTypes.GZIP,
  acks: 1,
  timeout: 5,
  retries: 9,
};

describe('KafkaJS ignores silently', () => {
  it('acks, compression, timeout and batch given to producer()', async () => {
    const broker = fakeBroker();
    const producer = kafkaOn(broker).producer(loosely<ProducerConfig>(IGNORED));
    await producer.connect();
    await producer.send({ topic: TOPIC, messages: [{ value: 'a'.repeat(1000) }] });
    await producer.disconnect();
    const [body] = broker.sent('Produce');
    assert.ok(body);
    const { acks, timeout, topics } = readProduce(body);
    assert.equal(acks, -1);
    assert.equal(timeout, 30000);
    const [batch] = topics.flatMap((one) => one.batches);
    assert.equal(batch && describeBatch(batch.batch).codec, CompressionTypes.None);
  });

  it('batch, linger and compression given to producer(): two sends are two requests of one message each', async () => {
    const broker = fakeBroker();
    const producer = kafkaOn(broker).producer(loosely<ProducerConfig>(IGNORED));
    await producer.connect();
    await Promise.all(['a', 'b'].map((value) => producer.send({ topic: TOPIC, messages: [{ value }] })));
    await producer.disconnect();
    const counts = broker.sent('Produce').map((body) => readProduce(body).topics.flatMap((one) => one.batches));
    assert.deepEqual(
      counts.map((batches) => batches.map(({ batch }) => describeBatch(batch).records)),
      [[1], [1]],
    );
  });

  it('fromBeginning given to consumer(): a new group starts at the end', async () => {
    const broker = fakeBroker();
    await fill(broker, ['before']);
    const config = { groupId: 'group', fromBeginning: true };
    const consumer = kafkaOn(broker).consumer(loosely<ConsumerConfig>(config));
    await untilFirstFetch(consumer, {});
    const [fetch] = broker.sent('Fetch');
    assert.equal(fetch && readFetch(fetch).topics[0]?.partitions[0]?.offset, 1n);
  });

  it('partitionAssignors, as partitionAssigners is misspelt: the group still joins with round robin', async () => {
    const broker = fakeBroker();
    const config = { groupId: 'group', partitionAssignors: ['RangeAssigner'] };
    await untilFirstFetch(kafkaOn(broker).consumer(loosely<ConsumerConfig>(config)), {});
    const [join] = broker.sent('JoinGroup');
    assert.deepEqual(join && readJoinGroup(join).protocols.map(({ name }) => name), ['RoundRobinAssigner']);
  });

  it('minBytes and maxBytes given to run(): fetches have the defaults of consumer()', async () => {
    const broker = fakeBroker();
    await untilFirstFetch(kafkaOn(broker).consumer({ groupId: 'group' }), { minBytes: 1000, maxBytes: 1024 });
    const [fetch] = broker.sent('Fetch');
    assert.ok(fetch);
    const { minBytes, maxBytes } = readFetch(fetch);
    assert.deepEqual({ minBytes, maxBytes }, { minBytes: 1, maxBytes: 10485760 });
  });

  it('autoCommit: false given to consumer() or subscribe(): offsets are committed all the same', async () => {
    const broker = fakeBroker();
    await fill(broker, ['a']);
    const consumer = kafkaOn(broker).consumer(loosely<ConsumerConfig>({ groupId: 'group', autoCommit: false }));
    await consume(consumer, (finished) => ({ eachMessage: async () => finished() }));
    assert.equal(broker.state.committed.get(`${TOPIC} 0`), 1n);
  });

  it('eachBatch beside eachMessage: only eachMessage is called', async () => {
    const broker = fakeBroker();
    await fill(broker, ['a', 'b']);
    const called: string[] = [];
    await consume(kafkaOn(broker).consumer({ groupId: 'group' }), (finished) => ({
      eachBatch: async () => {
        called.push('eachBatch');
      },
      eachMessage: async () => {
        called.push('eachMessage');
        if (called.length === 2) finished();
      },
    }));
    assert.deepEqual(called, ['eachMessage', 'eachMessage']);
  });
});

/** The first fetch shows how the group was joined and where reading starts. */
async function untilFirstFetch(consumer: Consumer, options: object): Promise<void> {
  await consume(
    consumer,
    (finished) => {
      consumer.on(consumer.events.FETCH, finished);
      return loosely<ConsumerRunConfig>({ ...options, eachMessage: async () => undefined });
    },
    { fromBeginning: false },
  );
}
