import assert from 'node:assert/strict';
import type { ConsumerConfig, EachBatchPayload } from 'kafkajs';
import { fakeBroker, kafkaOn } from './support/broker';
import { consume, fill, TOPIC } from './support/consume';
import { readOffsetCommit } from './support/groupApis';

const GROUP: ConsumerConfig = { groupId: 'group' };
const MESSAGES = ['a', 'b', 'c', 'd', 'e'];

describe('KafkaJS’ eachMessage', () => {
  it('commits once after a batch by default', async () => {
    assert.deepEqual(await commitsOf({}), [5n]);
  });

  it('commits after every message with autoCommitThreshold 1', async () => {
    assert.deepEqual(await commitsOf({ autoCommitThreshold: 1 }), [1n, 2n, 3n, 4n, 5n]);
  });

  it('commits after every message with autoCommitInterval 0', async () => {
    assert.deepEqual(await commitsOf({ autoCommitInterval: 0 }), [1n, 2n, 3n, 4n, 5n]);
  });

  it('commits nothing with autoCommit false, unless commitOffsets() is called', async () => {
    assert.deepEqual(await commitsOf({ autoCommit: false }), []);
    assert.deepEqual(await commitsOf({ autoCommit: false }, (offset) => [offset + 1n]), [1n, 2n, 3n, 4n, 5n]);
  });

  it('commits what it is told, even where a text + 1 put a 1 behind an offset', async () => {
    const joined = (offset: bigint) => [BigInt(`${offset}1`)];
    assert.deepEqual(await commitsOf({ autoCommit: false }, joined), [1n, 11n, 21n, 31n, 41n]);
  });

  it('works on one message at a time, over all partitions, by default', async () => {
    assert.equal(await mostAtOnce({}), 1);
  });

  it('works on as many partitions at a time as partitionsConsumedConcurrently says', async () => {
    assert.equal(await mostAtOnce({ partitionsConsumedConcurrently: 3 }), 3);
  });

  it('keeps the order in a partition whatever partitionsConsumedConcurrently says', async () => {
    const broker = fakeBroker();
    await fill(broker, MESSAGES);
    const seen: string[] = [];
    await consume(kafkaOn(broker).consumer(GROUP), (finished) => ({
      partitionsConsumedConcurrently: 10,
      eachMessage: async ({ message }) => {
        await new Promise(setImmediate);
        seen.push(String(message.value));
        if (seen.length === MESSAGES.length) finished();
      },
    }));
    assert.deepEqual(seen, MESSAGES);
  });

  it('sends no heartbeat while a handler runs, however long: only the handler’s own heartbeat() does', async () => {
    const broker = fakeBroker();
    await fill(broker, ['a']);
    const config = { ...GROUP, heartbeatInterval: 1, sessionTimeout: 10 };
    let [before, after] = [-1, -1];
    await consume(kafkaOn(broker).consumer(config), (finished) => ({
      eachMessage: async ({ heartbeat }) => {
        await new Promise((done) => setTimeout(done, 50));
        before = broker.sent('Heartbeat').length;
        await heartbeat();
        after = broker.sent('Heartbeat').length;
        finished();
      },
    }));
    assert.deepEqual([before, after], [0, 1]);
  });
});

describe('KafkaJS’ eachBatch', () => {
  it('has a resolveOffset() that returns nothing, sends nothing and commits nothing', async () => {
    const broker = fakeBroker();
    await fill(broker, MESSAGES);
    const returned: unknown[] = [];
    let commits = -1;
    await consume(kafkaOn(broker).consumer(GROUP), (finished) => ({
      eachBatch: async ({ batch, resolveOffset }) => {
        for (const message of batch.messages) returned.push(resolveOffset(message.offset));
        commits = broker.sent('OffsetCommit').length;
        finished();
      },
    }));
    assert.deepEqual(new Set(returned), new Set([undefined]));
    assert.equal(commits, 0);
  });

  it('gives offsets as texts, and adds the 1 for the next message to what is resolved', async () => {
    const types = new Set<string>();
    const resolveFirst = async ({ batch, resolveOffset }: EachBatchPayload) => {
      for (const { offset } of batch.messages) types.add(typeof offset);
      resolveOffset('0');
    };
    assert.equal(await committedBy(resolveFirst, { eachBatchAutoResolve: false }), 1n);
    assert.deepEqual([...types], ['string']);
  });

  it('resolves and commits the whole batch when it returns', async () => {
    assert.equal(await committedBy(async () => undefined, {}), 5n);
  });

  it('commits nothing with eachBatchAutoResolve false when no offset is resolved', async () => {
    assert.equal(await committedBy(async () => undefined, { eachBatchAutoResolve: false }), undefined);
  });

  it('commits what is resolved with eachBatchAutoResolve false', async () => {
    const resolveTwo = async ({ batch, resolveOffset }: EachBatchPayload) => {
      for (const message of batch.messages.slice(0, 2)) resolveOffset(message.offset);
    };
    assert.equal(await committedBy(resolveTwo, { eachBatchAutoResolve: false }), 2n);
  });

  it('commits in commitOffsetsIfNecessary() only when interval or threshold are reached', async () => {
    const broker = fakeBroker();
    await fill(broker, MESSAGES);
    const commits: number[] = [];
    await consume(kafkaOn(broker).consumer(GROUP), (finished) => ({
      autoCommitThreshold: 3,
      eachBatch: async ({ batch, resolveOffset, commitOffsetsIfNecessary }) => {
        for (const message of batch.messages) {
          resolveOffset(message.offset);
          await commitOffsetsIfNecessary();
          commits.push(broker.sent('OffsetCommit').length);
        }
        finished();
      },
    }));
    // The offset to commit is that of the next message, so one message makes a distance of one already.
    assert.deepEqual(commits, [0, 0, 1, 1, 1]);
  });

  it('sends no heartbeat of its own while it runs', async () => {
    const broker = fakeBroker();
    await fill(broker, MESSAGES);
    const config = { ...GROUP, heartbeatInterval: 1, sessionTimeout: 10 };
    let during = -1;
    await consume(kafkaOn(broker).consumer(config), (finished) => ({
      eachBatch: async () => {
        await new Promise((done) => setTimeout(done, 50));
        during = broker.sent('Heartbeat').length;
        finished();
      },
    }));
    assert.equal(during, 0);
  });

  it('gives a batch’s lag to the end of the partition, as text', async () => {
    const broker = fakeBroker();
    await fill(broker, MESSAGES, 'many');
    const lags: string[] = [];
    const consumer = kafkaOn(broker).consumer(GROUP);
    await consume(consumer, (finished) => {
      consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
        lags.push(payload.offsetLag);
        finished();
      });
      return { eachBatch: async () => undefined };
    });
    assert.equal(lags[0], '0');
  });
});

/** The offsets that a consumer of five messages commits, in their order. */
async function commitsOf(options: object, commit: (offset: bigint) => readonly bigint[] = () => []): Promise<bigint[]> {
  const broker = fakeBroker();
  await fill(broker, MESSAGES);
  const consumer = kafkaOn(broker).consumer(GROUP);
  let seen = 0;
  await consume(consumer, (finished) => ({
    ...options,
    eachMessage: async ({ topic, partition, message }) => {
      for (const offset of commit(BigInt(message.offset))) {
        await consumer.commitOffsets([{ topic, partition, offset: String(offset) }]);
      }
      seen += 1;
      if (seen === MESSAGES.length) setImmediate(finished);
    },
  }));
  return broker.sent('OffsetCommit').flatMap((body) => readOffsetCommit(body).map(({ offset }) => offset));
}

async function committedBy(
  eachBatch: (payload: EachBatchPayload) => Promise<void>,
  options: object,
): Promise<bigint | undefined> {
  const broker = fakeBroker();
  await fill(broker, MESSAGES);
  await consume(kafkaOn(broker).consumer(GROUP), (finished) => ({
    ...options,
    eachBatch: async (payload) => {
      await eachBatch(payload);
      finished();
    },
  }));
  return broker.state.committed.get(`${TOPIC} 0`);
}

/** How many handlers run at the same time over three partitions with messages. */
async function mostAtOnce(options: object): Promise<number> {
  const broker = fakeBroker({ partitions: 3 });
  const producer = kafkaOn(broker).producer();
  await producer.connect();
  const messages = [0, 1, 2].flatMap((partition) => MESSAGES.map((value) => ({ value, partition })));
  await producer.send({ topic: TOPIC, messages });
  await producer.disconnect();
  let [running, most, seen] = [0, 0, 0];
  await consume(kafkaOn(broker).consumer(GROUP), (finished) => ({
    ...options,
    eachMessage: async () => {
      running += 1;
      most = Math.max(most, running);
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
      running -= 1;
      seen += 1;
      if (seen === messages.length) finished();
    },
  }));
  return most;
}
