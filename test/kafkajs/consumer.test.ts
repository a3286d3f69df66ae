import assert from 'node:assert/strict';
import { type Consumer, type ConsumerConfig, type ConsumerSubscribeTopics, PartitionAssigners } from 'kafkajs';
import { fakeBroker, kafkaOn } from './support/broker';
import { consume, fill, TOPIC } from './support/consume';
import { readJoinGroup } from './support/groupApis';
import { readFetch } from './support/logApis';
import { loosely } from './support/loosely';

const READ_COMMITTED = 1;

function makeConsumer(options: object): Consumer {
  return kafkaOn(fakeBroker()).consumer(loosely<ConsumerConfig>(options));
}

describe('KafkaJS’ consumer()', () => {
  it('throws without a groupId', () => {
    for (const groupId of [undefined, '']) {
      assert.throws(() => makeConsumer({ groupId }), { message: 'Consumer groupId must be a non-empty string.' });
    }
  });

  it('throws when heartbeatInterval is not below sessionTimeout', () => {
    const message = /^Consumer heartbeatInterval \(30000\) must be lower than sessionTimeout \(30000\)/;
    assert.throws(() => makeConsumer({ groupId: 'group', heartbeatInterval: 30000 }), { message });
    assert.throws(() => makeConsumer({ groupId: 'group', sessionTimeout: 3000 }), {
      message: /heartbeatInterval \(3000\)/,
    });
  });

  it('lets a sessionTimeout that brokers refuse and a rebalanceTimeout below sessionTimeout through', () => {
    assert.ok(makeConsumer({ groupId: 'group', sessionTimeout: 100, heartbeatInterval: 10 }));
    assert.ok(makeConsumer({ groupId: 'group', rebalanceTimeout: 1 }));
  });

  it('throws for partitionAssigners that are names', () => {
    for (const partitionAssigners of [['RoundRobinAssigner'], ['range']]) {
      assert.throws(() => makeConsumer({ groupId: 'group', partitionAssigners }), {
        name: 'TypeError',
        message: 'createAssigner is not a function',
      });
    }
  });

  it('has round robin as its only assigner', () => {
    assert.deepEqual(Object.keys(PartitionAssigners), ['roundRobin']);
  });

  it('joins and fetches with its own defaults', async () => {
    const broker = fakeBroker();
    await untilFirstFetch(kafkaOn(broker).consumer({ groupId: 'group' }));
    const [[join], [fetch]] = [broker.sent('JoinGroup'), broker.sent('Fetch')];
    assert.ok(join && fetch);
    const { sessionTimeout, rebalanceTimeout, protocols } = readJoinGroup(join);
    assert.deepEqual([sessionTimeout, rebalanceTimeout, protocols[0]?.name], [30000, 60000, 'RoundRobinAssigner']);
    const { maxWait, minBytes, maxBytes, isolation, topics } = readFetch(fetch);
    assert.deepEqual([maxWait, minBytes, maxBytes, isolation], [5000, 1, 10485760, READ_COMMITTED]);
    assert.equal(topics[0]?.partitions[0]?.maxBytes, 1048576);
  });

  it('hands its fetch options on as they are, even a minBytes above maxBytes', async () => {
    const broker = fakeBroker();
    const options = { minBytes: 2048, maxBytes: 1024, maxBytesPerPartition: 512, maxWaitTimeInMs: 7 };
    await untilFirstFetch(kafkaOn(broker).consumer({ groupId: 'group', readUncommitted: true, ...options }));
    const [fetch] = broker.sent('Fetch');
    assert.ok(fetch);
    const { maxWait, minBytes, maxBytes, isolation, topics } = readFetch(fetch);
    assert.deepEqual([maxWait, minBytes, maxBytes, isolation], [7, 2048, 1024, 0]);
    assert.equal(topics[0]?.partitions[0]?.maxBytes, 512);
  });

  it('tries a message that its handler fails on five times more, whatever new Kafka() says of retries', async () => {
    assert.equal(await callsBeforeCrash({ groupId: 'group' }), 6);
    assert.equal(await callsBeforeCrash({ groupId: 'group', retry: { retries: 2 } }), 3);
  });

  it('takes the retries of new Kafka() over when its own retry says nothing of them', async () => {
    assert.equal(await callsBeforeCrash({ groupId: 'group', retry: {} }), 1);
  });
});

describe('KafkaJS’ subscribe()', () => {
  it('throws without topics and for topics that are no array', async () => {
    const consumer = makeConsumer({ groupId: 'group' });
    await assert.rejects(consumer.subscribe(loosely<ConsumerSubscribeTopics>({})), {
      message: 'Missing required argument "topics"',
    });
    await assert.rejects(consumer.subscribe(loosely<ConsumerSubscribeTopics>({ topics: 'orders' })), {
      message: 'Argument "topics" must be an array',
    });
  });

  it('throws while the consumer runs', async () => {
    const consumer = kafkaOn(fakeBroker()).consumer({ groupId: 'group' });
    let outcome: Promise<void> | undefined;
    await consume(consumer, (finished) => {
      consumer.on(consumer.events.FETCH, () => {
        outcome ??= assert
          .rejects(consumer.subscribe({ topics: ['others'] }), {
            message: 'Cannot subscribe to topic while consumer is running',
          })
          .finally(finished);
      });
      return { eachMessage: async () => undefined };
    });
    assert.ok(outcome);
    await outcome;
  });

  it('starts a group without offsets at the end by default, and at the beginning with fromBeginning', async () => {
    for (const [fromBeginning, timestamp] of [
      [false, -1n],
      [true, -2n],
    ] as const) {
      const broker = fakeBroker();
      await untilFirstFetch(kafkaOn(broker).consumer({ groupId: 'group' }), fromBeginning);
      const [body] = broker.sent('ListOffsets');
      assert.ok(body);
      body.int32();
      const asked = body.array(() => [body.string(), body.array(() => [body.int32(), body.int64()])]);
      assert.deepEqual(asked, [[TOPIC, [[0, timestamp]]]]);
    }
  });
});

async function untilFirstFetch(consumer: Consumer, fromBeginning = false): Promise<void> {
  const config = (finished: () => void) => {
    consumer.on(consumer.events.FETCH, finished);
    return { eachMessage: async () => undefined };
  };
  await consume(consumer, config, { fromBeginning });
}

/** How often the handler of a consumer is called that always fails. Its `new Kafka()` allows no retries. */
async function callsBeforeCrash(options: ConsumerConfig): Promise<number> {
  const broker = fakeBroker();
  await fill(broker, ['a']);
  let calls = 0;
  const eachMessage = async () => {
    calls += 1;
    throw new Error('The handler fails.');
  };
  const consumer = kafkaOn(broker).consumer(options);
  await assert.rejects(
    consume(consumer, () => ({ eachMessage })),
    { name: 'KafkaJSNumberOfRetriesExceeded' },
  );
  return calls;
}
