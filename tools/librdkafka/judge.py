"""Asks librdkafka itself what it says to settings, through Confluent's package for Python: `pip install confluent-kafka`.

Reads lines of tab-separated `role key=value …` and writes each with librdkafka's verdict behind it: `fine`, or what it says.
"""

import sys

from confluent_kafka import Consumer, Producer

CLIENTS = {"producer": Producer, "consumer": Consumer}


def verdict(role, settings):
    try:
        CLIENTS[role]({"bootstrap.servers": "127.0.0.1:1", "log_level": "0", **settings})
    except Exception as error:  # Whatever it is, it is the verdict.
        text = getattr(error.args[0], "str", lambda: str(error))() if error.args else str(error)
        return " ".join(text.split())
    return "fine"


for line in sys.stdin:
    role, *pairs = line.rstrip("\n").split("\t")
    settings = dict(pair.split("=", 1) for pair in pairs)
    print("\t".join([role, *pairs, verdict(role, settings)]), flush=True)
