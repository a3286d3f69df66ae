import assert from 'node:assert/strict';
import { Kafka, type KafkaConfig, type LogEntry, logLevel } from 'kafkajs';
import { fakeBroker, kafkaOn } from './support/broker';
import { loosely } from './support/loosely';
import { HOST, PORT } from './support/state';

describe('new Kafka() of KafkaJS', () => {
  it('throws for brokers that are empty or missing, but only in connect()', async () => {
    for (const [brokers, message] of [
      [[], 'Failed to connect: brokers array is empty'],
      [undefined, 'Failed to connect: brokers should not be null'],
      [[undefined], 'Failed to connect: broker at index 0 is invalid "undefined"'],
      [[9092], 'Failed to connect: broker at index 0 is invalid "number"'],
    ] as const) {
      const kafka = kafkaOn(fakeBroker(), loosely<KafkaConfig>({ brokers }));
      await assert.rejects(kafka.producer().connect(), { message });
    }
  });

  it('takes brokers that are one text letter by letter', async () => {
    assert.deepEqual(await addressesOf(loosely<string[]>(`${HOST}:${PORT}`)), ['b:NaN']);
  });

  it('takes a blank before a port, as Number() does', async () => {
    assert.deepEqual(await addressesOf([`${HOST}: ${PORT}`]), [`${HOST}:${PORT}`]);
  });

  it('connects nowhere with a scheme, without a port, or with several brokers in one text', async () => {
    assert.deepEqual(await addressesOf([`PLAINTEXT://${HOST}:${PORT}`]), ['PLAINTEXT:NaN']);
    assert.deepEqual(await addressesOf([HOST]), [`${HOST}:NaN`]);
    assert.deepEqual(await addressesOf(['one:9092,two:9092']), ['one:NaN']);
  });

  it('fails to connect to brokers that are one text, as no port is right', async () => {
    const config = { brokers: 'localhost:9092', retry: { retries: 0 }, logLevel: logLevel.NOTHING };
    const kafka = new Kafka(loosely<KafkaConfig>(config));
    await assert.rejects(kafka.producer().connect(), { message: /Port should be >= 0 and < 65536/ });
  });

  it('asks a function for the brokers', async () => {
    const producer = kafkaOn(fakeBroker(), { brokers: async () => [`${HOST}:${PORT}`] }).producer();
    await producer.connect();
    await producer.disconnect();
  });

  it('gives a connection up after connectionTimeout', async () => {
    const broker = fakeBroker();
    const kafka = kafkaOn(broker, {
      connectionTimeout: 20,
      socketFactory: (args) => broker.socketFactory({ ...args, onConnect: () => undefined }),
    });
    await assert.rejects(kafka.producer().connect(), { message: 'Connection timeout' });
  });

  it('names itself kafkajs without a clientId', async () => {
    assert.deepEqual(await clientIds({}), ['kafkajs']);
    assert.deepEqual(await clientIds({ clientId: 'orders' }), ['orders']);
  });

  it('logs from INFO on by default', async () => {
    const levels = new Set<number>();
    const logCreator = () => (entry: LogEntry) => void levels.add(entry.level);
    const kafka = new Kafka(loosely<KafkaConfig>({ brokers: [], logCreator }));
    const logger = kafka.logger();
    logger.debug('');
    logger.info('');
    logger.warn('');
    assert.deepEqual([...levels], [logLevel.INFO, logLevel.WARN]);
  });
});

/** Where KafkaJS connects to first; the broker of these tests answers whatever the address. */
async function addressesOf(brokers: string[]): Promise<string[]> {
  const addresses: string[] = [];
  const broker = fakeBroker();
  const kafka = kafkaOn(broker, {
    brokers,
    socketFactory: (args) => {
      addresses.push(`${args.host}:${args.port}`);
      return broker.socketFactory(args);
    },
  });
  const producer = kafka.producer();
  await producer.connect();
  await producer.disconnect();
  return addresses;
}

/** What requests say of who makes them; events tell it as it is written. */
async function clientIds(config: Partial<KafkaConfig>): Promise<string[]> {
  const producer = kafkaOn(fakeBroker(), config).producer();
  const ids = new Set<string>();
  producer.on(producer.events.REQUEST, ({ payload }) => void ids.add(payload.clientId));
  await producer.connect();
  await producer.disconnect();
  return [...ids];
}
