// What the linter finds fault with; the bench runs it as it is, and again after every fix.
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'bench', brokers: (process.env.BENCH_BROKERS ?? '').split(','), logLevel: 1 });
const consumer = kafka.consumer({
  groupId: process.env.BENCH_GROUP,
  maxBytes: 1024,
});

export async function start(handle) {
  await consumer.connect();
  await consumer.subscribe({ topic: 'bench', fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await handle(message);
    },
  });
}

export const disconnect = () => consumer.disconnect();
