import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { type LogEntry, logLevel, Partitioners, type ProducerConfig, type ProducerRecord } from 'kafkajs';
import { type FakeBroker, fakeBroker, kafkaOn } from './support/broker';
import { TOPIC } from './support/consume';
import { describeBatch } from './support/log';
import { readProduce } from './support/logApis';
import { loosely } from './support/loosely';
import { array, int16, int32, int64, type Reader, string, struct } from './support/wire';

const RECORD = { topic: TOPIC, messages: [{ value: 'a' }] };
/** Retriable, so that a producer tries again as often as it may. */
const NOT_ENOUGH_REPLICAS = 19;
const LIMITING = 'Limiting retries for the idempotent producer may invalidate EoS guarantees';

describe('KafkaJS’ idempotent producer', () => {
  it('throws for acks other than -1', async () => {
    const producer = kafkaOn(fakeBroker(), { retry: {} }).producer({ idempotent: true });
    await producer.connect();
    for (const acks of [1, 0, 'all']) {
      await assert.rejects(producer.send(loosely<ProducerRecord>({ ...RECORD, acks })), {
        message: "Not requiring ack for all messages invalidates the idempotent producer's EoS guarantees",
      });
    }
    await producer.disconnect();
  });

  it('throws for retries 0, its own or those of new Kafka()', () => {
    const expected = { message: 'Idempotent producer must allow retries to protect against transient errors' };
    const kafka = kafkaOn(fakeBroker(), { retry: {} });
    assert.throws(() => kafka.producer({ idempotent: true, retry: { retries: 0 } }), expected);
    assert.throws(() => kafkaOn(fakeBroker(), { retry: { retries: 0 } }).producer({ idempotent: true }), expected);
  });

  it('warns of any finite number of retries, and not of none', () => {
    assert.deepEqual(warningsOf({ retry: { retries: 10 } }), [LIMITING]);
    assert.deepEqual(warningsOf({ retry: { retries: Number.MAX_SAFE_INTEGER } }), []);
    assert.deepEqual(warningsOf({}), []);
  });

  it('without retries of its own tries five times more and gives up, though the documentation says endlessly', async () => {
    const broker = failing(fakeBroker());
    const producer = kafkaOn(broker, { retry: { initialRetryTime: 1, maxRetryTime: 2 } }).producer({
      idempotent: true,
    });
    await producer.connect();
    await assert.rejects(producer.send(RECORD), { name: 'KafkaJSNumberOfRetriesExceeded' });
    await producer.disconnect();
    assert.equal(broker.sent('Produce').length, 6);
  });

  it('has one produce request under way to a broker, whatever maxInFlightRequests says', async () => {
    assert.equal(await mostUnderWay({ idempotent: true, maxInFlightRequests: 5, retry: { retries: 5 } }), 1);
  });

  it('gets its producer id from the broker, which others do not have', async () => {
    for (const [idempotent, id] of [
      [true, 1000n],
      [false, -1n],
    ] as const) {
      const broker = fakeBroker();
      const producer = kafkaOn(broker, { retry: {} }).producer({ idempotent });
      await producer.connect();
      await producer.send(RECORD);
      await producer.disconnect();
      const [body] = broker.sent('Produce');
      const batch = body && readProduce(body).topics[0]?.batches[0]?.batch;
      assert.equal(batch && describeBatch(batch).producerId, id);
    }
  });
});

describe('KafkaJS’ producer', () => {
  it('has no bound on requests under way by default, and maxInFlightRequests as one', async () => {
    assert.equal(await mostUnderWay({}), 10);
    assert.equal(await mostUnderWay({ maxInFlightRequests: 3 }), 3);
  });

  it('tries a failed send five times more by default', async () => {
    const broker = failing(fakeBroker());
    const producer = kafkaOn(broker, { retry: { initialRetryTime: 1, maxRetryTime: 2 } }).producer();
    await producer.connect();
    await assert.rejects(producer.send(RECORD), { name: 'KafkaJSNumberOfRetriesExceeded' });
    await producer.disconnect();
    assert.equal(broker.sent('Produce').length, 6);
  });

  it('tries a failed send never again with retries 0', async () => {
    const broker = failing(fakeBroker());
    const producer = kafkaOn(broker).producer({ retry: { retries: 0 } });
    await producer.connect();
    await assert.rejects(producer.send(RECORD));
    await producer.disconnect();
    assert.equal(broker.sent('Produce').length, 1);
  });

  it('does not flush in disconnect(): it is done before sends that nobody awaited are written', async () => {
    const broker = fakeBroker();
    const producer = kafkaOn(broker).producer();
    await producer.connect();
    let settled = 0;
    const sends = Array.from({ length: 10 }, () => producer.send(RECORD).finally(() => (settled += 1)));
    const outcomes = Promise.allSettled(sends);
    await producer.disconnect();
    assert.deepEqual([settled, broker.sent('Produce').length], [0, 0]);
    // They connect anew by themselves, unless the program has ended by then, and nobody closes that connection.
    await outcomes;
    assert.ok(broker.sent('Produce').length > 0);
    await producer.disconnect();
  });

  it('fails the send of one user when another has disconnected it in between', async () => {
    const producer = kafkaOn(fakeBroker()).producer();
    for (const _user of ['one', 'another']) await producer.connect();
    await producer.disconnect();
    await assert.rejects(producer.send(RECORD), { message: 'The producer is disconnected' });
  });

  it('waits in disconnect() for requests that are under way', async () => {
    const broker = fakeBroker();
    const producer = kafkaOn(broker).producer();
    await producer.connect();
    const written = new Promise<() => void>((resolve) => {
      broker.answer('Produce', (body) => new Promise((answer) => resolve(() => answer(answerProduce(body, 0)))));
    });
    const sent = producer.send(RECORD);
    const answer = await written;
    let gone = false;
    const going = producer.disconnect().then(() => {
      gone = true;
    });
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    assert.equal(gone, false);
    answer();
    await going;
    assert.equal((await sent).length, 1);
  });

  it('rejects transaction() without a transactionalId', async () => {
    const producer = kafkaOn(fakeBroker()).producer({ idempotent: true, retry: { retries: 5 } });
    await assert.rejects(producer.transaction(), {
      message: 'Must provide transactional id for transactional producer',
    });
  });

  it('sends in a transaction as an idempotent producer does: acks other than -1 throw', async () => {
    const producer = kafkaOn(fakeBroker()).producer({ transactionalId: 'id' });
    await producer.connect();
    const transaction = await producer.transaction();
    await assert.rejects(transaction.send({ ...RECORD, acks: 1 }), { message: /EoS guarantees$/ });
    await producer.disconnect();
  });

  it('sends outside of a transaction that is open, unless by what transaction() gives', async () => {
    const broker = fakeBroker();
    const producer = kafkaOn(broker).producer({ transactionalId: 'id' });
    await producer.connect();
    await producer.transaction();
    await producer.send(RECORD);
    await producer.disconnect();
    const ids = broker.sent('Produce').map((body) => readProduce(body).transactionalId);
    assert.deepEqual(ids, [null]);
  });

  it('refuses a second transaction while one is open', async () => {
    const producer = kafkaOn(fakeBroker()).producer({ transactionalId: 'id' });
    await producer.connect();
    await producer.transaction();
    await assert.rejects(producer.transaction(), { message: /^There is already an ongoing transaction/ });
    await producer.disconnect();
  });

  it('warns once a process that its default partitioner changed, unless one is given', () => {
    const messages: string[] = [];
    const logCreator = () => (entry: LogEntry) => void messages.push(entry.log.message);
    const another = anotherKafkaJs();
    const kafka = new another.Kafka({ brokers: [], logLevel: logLevel.WARN, logCreator });
    kafka.producer({ createPartitioner: Partitioners.LegacyPartitioner });
    kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    assert.equal(messages.length, 0);
    kafka.producer();
    kafka.producer();
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /^KafkaJS v2\.0\.0 switched default partitioner/);
  });
});

/** The library as a process has it that has not used it yet. */
function anotherKafkaJs(): typeof import('kafkajs') {
  const require = createRequire(import.meta.url);
  const loaded = Object.entries(require.cache).filter(([file]) => /[\\/]kafkajs[\\/]/.test(file));
  for (const [file] of loaded) delete require.cache[file];
  try {
    return require('kafkajs');
  } finally {
    for (const [file, module] of loaded) require.cache[file] = module;
  }
}

/** What the making of an idempotent producer warns of, but for the partitioner. */
function warningsOf(options: ProducerConfig): string[] {
  const notes: string[] = [];
  const logCreator = () => (entry: LogEntry) => void notes.push(entry.log.message);
  const kafka = kafkaOn(fakeBroker(), { retry: {}, logLevel: logLevel.WARN, logCreator });
  kafka.producer({ idempotent: true, createPartitioner: Partitioners.DefaultPartitioner, ...options });
  return notes;
}

/** Ten sends at once, answered only when no more of them come. */
async function mostUnderWay(options: ProducerConfig): Promise<number> {
  const broker = fakeBroker();
  let [underWay, most] = [0, 0];
  broker.answer('Produce', async (body) => {
    underWay += 1;
    most = Math.max(most, underWay);
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    underWay -= 1;
    return answerProduce(body, 0);
  });
  const producer = kafkaOn(broker, { retry: {} }).producer(options);
  await producer.connect();
  await producer.send(RECORD);
  most = 0;
  await Promise.all(Array.from({ length: 10 }, () => producer.send(RECORD)));
  await producer.disconnect();
  return most;
}

function failing(broker: FakeBroker): FakeBroker {
  broker.answer('Produce', (body) => answerProduce(body, NOT_ENOUGH_REPLICAS));
  return broker;
}

function answerProduce(body: Reader, error: number): Buffer {
  const answers = array(readProduce(body).topics, ({ topic, batches }) =>
    struct(
      string(topic),
      array(batches, ({ partition }) => struct(int32(partition), int16(error), int64(0n), int64(-1n))),
    ),
  );
  return struct(answers, int32(0));
}
