import assert from 'node:assert/strict';
import type { Admin, ITopicConfig } from 'kafkajs';
import { type FakeBroker, fakeBroker, kafkaOn } from './support/broker';
import { fill, TOPIC } from './support/consume';
import { loosely } from './support/loosely';

describe('KafkaJS’ admin()', () => {
  let broker: FakeBroker;
  let admin: Admin;

  beforeEach(async () => {
    broker = fakeBroker();
    await fill(broker, ['a', 'b', 'c']);
    broker.state.committed.set(`${TOPIC} 0`, 1n);
    admin = kafkaOn(broker, { retry: { initialRetryTime: 1 } }).admin();
    await admin.connect();
  });

  afterEach(() => admin.disconnect());

  it('has no high in what fetchOffsets() returns: topics with partitions, offsets and metadata', async () => {
    const offsets = await admin.fetchOffsets({ groupId: 'group', topics: [TOPIC] });
    assert.deepEqual(offsets, [{ topic: TOPIC, partitions: [{ partition: 0, offset: '1', metadata: null }] }]);
  });

  it('makes a lag of NaN of fetchOffsets() read as partitions, and no comparison with that is ever true', async () => {
    const offsets = await admin.fetchOffsets({ groupId: 'group', topics: [TOPIC] });
    for (const partition of loosely<{ high: string; offset: string }[]>(offsets)) {
      const lag = Number(partition.high) - Number(partition.offset);
      assert.ok(Number.isNaN(lag));
      assert.equal(lag > 0, false);
      assert.equal(lag <= 0, false);
    }
  });

  it('has the end of each partition in fetchTopicOffsets()', async () => {
    assert.deepEqual(await admin.fetchTopicOffsets(TOPIC), [{ partition: 0, offset: '3', high: '3', low: '0' }]);
  });

  it('returns the offset -1 for what a group never committed', async () => {
    broker.state.committed.clear();
    const [topic] = await admin.fetchOffsets({ groupId: 'group', topics: [TOPIC] });
    assert.equal(topic?.partitions[0]?.offset, '-1');
  });

  it('fails in fetchOffsets() with retries 0 even on a healthy cluster: the first try only learns of the brokers', async () => {
    const impatient = kafkaOn(broker, { retry: { retries: 0 } }).admin();
    await impatient.connect();
    await assert.rejects(impatient.fetchOffsets({ groupId: 'group' }), { message: 'No brokers in the broker pool' });
    await impatient.disconnect();
  });

  it('throws in createTopics() for settings whose values are no texts', async () => {
    const topics = loosely<ITopicConfig[]>([
      { topic: 'new', configEntries: [{ name: 'retention.ms', value: 604800000 }] },
    ]);
    await assert.rejects(admin.createTopics({ topics }), { message: /must have a valid "value" property$/ });
  });
});

describe('KafkaJS’ clients', () => {
  it('have no metrics()', () => {
    const kafka = kafkaOn(fakeBroker());
    for (const client of [kafka, kafka.producer(), kafka.consumer({ groupId: 'group' }), kafka.admin()]) {
      assert.equal(Reflect.get(client, 'metrics'), undefined);
    }
  });

  it('have events in place of metrics', () => {
    const kafka = kafkaOn(fakeBroker());
    assert.ok('REQUEST_QUEUE_SIZE' in kafka.producer().events);
    assert.ok('END_BATCH_PROCESS' in kafka.consumer({ groupId: 'group' }).events);
  });

  it('throw for events that they do not have', () => {
    const producer = kafkaOn(fakeBroker()).producer();
    assert.throws(() => producer.on(loosely<'producer.connect'>('producer.crash'), () => undefined), {
      message: /^Event name should be one of producer\.events\.CONNECT/,
    });
  });
});
