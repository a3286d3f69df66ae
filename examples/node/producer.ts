import { Kafka } from 'kafkajs';

interface Order {
  id: string;
  total: number;
}

const kafka = new Kafka({
  clientId: 'orders',
  brokers: ['kafka-1:9092', 'kafka-2:9092'],
  connectionTimeout: 500,
});

// KafkaJS knows none of the first three here, and says nothing about it.
const producer = kafka.producer({
  acks: 1,
  lingerMs: 20,
  batch: { size: 65536 },
  idempotent: true,
  retry: { retries: 3 },
});

export async function publish(orders: Order[]): Promise<void> {
  await producer.connect();
  for (const order of orders) {
    await producer.send({
      topic: 'orders',
      messages: [{ key: order.id, value: JSON.stringify(order) }],
      timeout: 30000,
    });
  }
  await producer.disconnect();
}
