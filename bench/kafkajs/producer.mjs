// What the linter finds fault with; the bench runs it as it is, and again after every fix.
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'bench', brokers: (process.env.BENCH_BROKERS ?? '').split(','), logLevel: 1 });
const producer = kafka.producer({
  batch: { size: 16384, lingerMs: 10 },
  compression: 2,
  acks: 'all',
});

export const connect = () => producer.connect();
export const disconnect = () => producer.disconnect();

export async function publish(events) {
  for (const event of events) {
    await producer.send({
      topic: 'bench',
      messages: [{ key: event.driver, value: JSON.stringify(event) }],
    });
  }
}
