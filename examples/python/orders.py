"""A service that publishes orders and works through payments."""

import asyncio
import json

from aiokafka import AIOKafkaConsumer
from confluent_kafka import Producer

config = {
    "bootstrap.servers": "localhost:9092",
    "acks": "1",
    "linger.m": 5,
}
producer = Producer(config)


def publish(orders):
    for order in orders:
        producer.produce("orders", json.dumps(order))
        producer.flush()


async def payments():
    consumer = AIOKafkaConsumer("payments", bootstrap_servers="localhost:9092", group_id="billing", enable_auto_commit=False)
    await consumer.start()
    try:
        async for payment in consumer:
            print(payment.value)
            await consumer.commit()
    finally:
        await consumer.stop()


if __name__ == "__main__":
    publish([{"id": 1}, {"id": 2}])
    asyncio.run(payments())
