import type { Consumer, ConsumerRunConfig } from 'kafkajs';
import { type FakeBroker, kafkaOn } from './broker';

export const TOPIC = 'orders';

/** Fills the topic, one message a value, each value in a batch of its own, or all of them in one. */
export async function fill(
  broker: FakeBroker,
  values: readonly string[],
  batches: 'one' | 'many' = 'one',
): Promise<void> {
  const producer = kafkaOn(broker).producer();
  await producer.connect();
  const messages = values.map((value) => ({ value }));
  if (batches === 'one') await producer.send({ topic: TOPIC, messages });
  else for (const message of messages) await producer.send({ topic: TOPIC, messages: [message] });
  await producer.disconnect();
}

/** Runs a consumer of the topic until `finished` is called, and disconnects it. A crash rejects. */
export async function consume(
  consumer: Consumer,
  config: (finished: () => void) => ConsumerRunConfig,
  { fromBeginning = true } = {},
): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topics: [TOPIC], fromBeginning });
  try {
    await new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer.run(config(resolve)).catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
}
