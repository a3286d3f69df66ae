import assert from 'node:assert/strict';
import { type ConsumerCrashEvent, logLevel, type Message, type ProducerRecord } from 'kafkajs';
import { fakeBroker, kafkaOn } from './support/broker';
import { fill, TOPIC } from './support/consume';
import { loosely } from './support/loosely';

describe('KafkaJS’ consumer after an error of its handler', () => {
  /** How the consumer crashes with a handler that throws this, and how often the handler is called until then. */
  async function crashWith(error: () => unknown): Promise<{ name: string; restart: boolean; calls: number }> {
    const broker = fakeBroker();
    await fill(broker, ['a']);
    const consumer = kafkaOn(broker).consumer({ groupId: 'group', retry: { retries: 1, initialRetryTime: 1 } });
    let calls = 0;
    await consumer.connect();
    await consumer.subscribe({ topics: [TOPIC], fromBeginning: true });
    const crashed = new Promise<ConsumerCrashEvent['payload']>((resolve) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload));
    });
    const eachMessage = async () => {
      calls++;
      throw error();
    };
    await consumer.run({ eachMessage });
    const { error: cause, restart } = await crashed;
    await consumer.disconnect();
    return { name: cause.name, restart, calls };
  }

  for (const Wrong of [SyntaxError, TypeError, RangeError, ReferenceError]) {
    it(`stops for good after a ${Wrong.name}, without another try`, async () => {
      const crash = await crashWith(() => new Wrong('no'));
      assert.deepEqual(crash, { name: 'KafkaJSNonRetriableError', restart: false, calls: 1 });
    });
  }

  it('stops for good after an error with retriable: false', async () => {
    const crash = await crashWith(() => Object.assign(new Error('no'), { retriable: false }));
    assert.deepEqual(crash, { name: 'KafkaJSNonRetriableError', restart: false, calls: 1 });
  });

  it('tries again and restarts after any other error, however often it comes', async () => {
    const crash = await crashWith(() => new Error('no'));
    assert.deepEqual(crash, { name: 'KafkaJSNumberOfRetriesExceeded', restart: true, calls: 2 });
  });
});

describe('KafkaJS’ send() of a message', () => {
  async function sending(message: object): Promise<unknown> {
    const producer = kafkaOn(fakeBroker()).producer();
    await producer.connect();
    const record = loosely<ProducerRecord>({ topic: TOPIC, messages: [loosely<Message>({ value: 'x', ...message })] });
    const outcome = await producer.send(record).then(
      () => 'sent',
      (error: Error) => error.name,
    );
    await producer.disconnect();
    return outcome;
  }

  for (const key of [7, true, {}]) {
    it(`throws for the key ${JSON.stringify(key)}`, async () => assert.equal(await sending({ key }), 'TypeError'));
  }
  for (const header of [7, true, null, undefined, {}]) {
    it(`throws for the header ${JSON.stringify(header)}`, async () =>
      assert.equal(await sending({ headers: { header } }), 'TypeError'));
  }
  for (const message of [{ key: null }, { key: Buffer.from('k') }, { headers: { a: ['x', 'y'] } }, { timestamp: 1 }]) {
    it(`takes ${JSON.stringify(message)}`, async () => assert.equal(await sending(message), 'sent'));
  }
  it('throws for the text of a date as timestamp', async () =>
    assert.equal(await sending({ timestamp: '2026-01-01T00:00:00.000Z' }), 'SyntaxError'));
});

describe('KafkaJS’ logLevel', () => {
  async function logged(level: unknown): Promise<readonly number[]> {
    const levels: number[] = [];
    const broker = fakeBroker();
    const logCreator =
      () =>
      ({ level: one }: { level: number }) =>
        void levels.push(one);
    const kafka = kafkaOn(broker, { logLevel: loosely<logLevel>(level as object), logCreator });
    const producer = kafka.producer();
    await producer.connect();
    await producer.disconnect();
    return levels;
  }

  it('as a string lets everything through, DEBUG too', async () => {
    assert.ok((await logged('ERROR')).includes(logLevel.DEBUG));
    assert.ok(!(await logged(logLevel.ERROR)).includes(logLevel.DEBUG));
  });
});

describe('KafkaJS’ clients that nobody waits for', () => {
  it('throw at a send() before connect() is done', async () => {
    const producer = kafkaOn(fakeBroker()).producer();
    const connected = producer.connect();
    await assert.rejects(producer.send({ topic: TOPIC, messages: [{ value: 'x' }] }), {
      message: 'The producer is disconnected',
    });
    await connected;
    await producer.disconnect();
  });

  it('run without the topics of a pattern, and with those that are named', async () => {
    for (const [topic, count] of [
      [/^orders$/, 0],
      [TOPIC, 1],
    ] as const) {
      const broker = fakeBroker();
      await fill(broker, ['a']);
      const consumer = kafkaOn(broker).consumer({ groupId: 'group', maxWaitTimeInMs: 1 });
      await consumer.connect();
      const subscribed = consumer.subscribe({ topic, fromBeginning: true });
      const joined = new Promise<object>((resolve) => {
        consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => resolve(payload.memberAssignment));
      });
      await consumer.run({ eachMessage: async () => undefined });
      assert.equal(Object.keys(await joined).length, count);
      await subscribed;
      await consumer.disconnect();
    }
  });
});
