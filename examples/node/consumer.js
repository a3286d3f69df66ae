const { Kafka } = require('kafkajs');
const { store } = require('./store');

const kafka = new Kafka({ clientId: 'billing', brokers: ['kafka-1:9092', 'kafka-2:9092'] });

const consumer = kafka.consumer({
  groupId: 'billing',
  sessionTimeout: 6000,
  heartbeatInterval: 5000,
  maxBytesPerPartition: 1024,
  maxPollRecords: 500,
});

async function main() {
  await consumer.connect();
  await consumer.subscribe({ topics: ['orders'] });
  await consumer.run({
    autoCommitThreshold: 1,
    eachMessage: async ({ topic, partition, message }) => {
      await store(topic, partition, JSON.parse(message.value.toString()));
    },
  });
}

main();
