"""Asks kafka-python and aiokafka what they say to options: `pip install kafka-python aiokafka`.

Reads lines of tab-separated library, role and options as a program writes them, and writes each with the verdict behind it: `fine`,
or the error. A stated version of the brokers spares kafka-python the connection.
"""

import asyncio
import sys

import aiokafka
import kafka

CLASSES = {
    ("kafka-python", "producer"): kafka.KafkaProducer,
    ("kafka-python", "consumer"): kafka.KafkaConsumer,
    ("aiokafka", "producer"): aiokafka.AIOKafkaProducer,
    ("aiokafka", "consumer"): aiokafka.AIOKafkaConsumer,
}


async def verdict(library, role, options):
    made = None
    try:
        given = eval(f"dict({options})")
        stated = {"api_version": (2, 6)} if library == "kafka-python" else {}
        made = CLASSES[library, role](**{"bootstrap_servers": "127.0.0.1:1", **stated, **given})
    except Exception as error:  # Whatever it is, it is the verdict.
        return " ".join(f"{type(error).__name__}: {error}".split())
    if library == "kafka-python":
        made.close(**({"timeout": 0} if role == "producer" else {"autocommit": False}))
    return "fine"


async def main():
    for line in sys.stdin:
        library, role, options = line.rstrip("\n").split("\t")
        print("\t".join([library, role, options, await verdict(library, role, options)]), flush=True)


asyncio.run(main())
