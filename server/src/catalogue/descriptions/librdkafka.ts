import { tableOf } from '../../model/tableOf';

/** Our own words on librdkafka's settings that Kafka's own clients do not have, or mean otherwise. */
export const LIBRDKAFKA_DESCRIPTIONS: Readonly<Record<string, string>> = tableOf({
  '* metadata.broker.list': 'The first brokers to ask, as `host:port` with commas between them.',
  '* message.max.bytes':
    'The largest request, and so the largest message, in bytes. Default 1000000; the broker must allow it too.',
  '* receive.message.max.bytes': 'The largest answer in bytes; at least 512 more than `fetch.max.bytes`.',
  '* queue.buffering.max.ms':
    'How long, in ms, a batch waits for more messages before it is sent. Default 5. `linger.ms` is another name for it.',
  '* queue.buffering.max.messages':
    'How many messages may wait to be sent. Default 100000; when full, `produce()` throws "Queue full" and must be tried again after a poll.',
  '* queue.buffering.max.kbytes':
    'How much may wait to be sent, in KiB. Default 1048576, which is 1 GiB, where Java has 32 MiB.',
  '* batch.num.messages': 'The most messages in a batch. Default 10000; `batch.size` bounds it too.',
  '* batch.size': 'The most bytes in a batch. Default 1000000, where Java has 16384.',
  '* message.send.max.retries':
    'How often a failed message is sent again. Leave it and bound the time by `message.timeout.ms`. `retries` is another name for it.',
  '* message.timeout.ms':
    'How long, in ms, until a message is delivered or given up, retries included. Default 300000. `delivery.timeout.ms` is another name for it.',
  '* request.timeout.ms':
    'How long, in ms, the broker may wait for its replicas. How long the client waits is `socket.timeout.ms`.',
  '* socket.timeout.ms': 'How long, in ms, the answer to a request may take. Default 60000.',
  '* socket.keepalive.enable':
    'Whether TCP keeps idle connections alive. Default `false`; set it where load balancers or firewalls drop idle connections.',
  '* socket.nagle.disable': 'Whether small packets leave at once. Default `true`.',
  '* max.in.flight.requests.per.connection':
    'How many requests may be under way to a broker. Default 1000000: practically no bound, so that retries can reorder unless `enable.idempotence` is on.',
  '* enable.idempotence':
    'Whether brokers drop duplicates that retries make and keep the order. Default `false`, unlike Java since 3.0.',
  '* request.required.acks':
    'Which replicas must have a message: -1 or `all` in-sync ones (the default), 1 the leader, 0 none. `acks` is another name for it.',
  '* compression.codec':
    'The codec for whole batches: `none` (the default), `gzip`, `snappy`, `lz4` or `zstd`, all built in.',
  '* compression.level': 'The effort of the codec; -1 is its default, the range depends on the codec.',
  '* partitioner':
    'How a partition is picked. The default `consistent_random` hashes keys by CRC32, unlike Java: `murmur2_random` puts keys where Java does.',
  '* sticky.partitioning.linger.ms':
    'How long, in ms, messages without a key go to the same partition, so that batches grow. Default 10.',
  '* dr_cb': 'Whether delivery reports are given as events. Without one nobody learns that a message was lost.',
  '* dr_msg_cb': 'As `dr_cb`, with the messages’ contents.',
  '* delivery.report.only.error': 'Whether only failures are reported.',
  '* queuing.strategy': 'In which order waiting messages are sent. Deprecated.',
  '* statistics.interval.ms': 'How often, in ms, statistics are given as `event.stats`. Default 0: never.',
  '* debug': 'What to log in detail, such as `broker,topic,cgrp`. It costs throughput: leave it out of production.',
  '* log_level': 'What is logged, by the levels of syslog: 0 to 7. Default 6.',
  '* topic.metadata.refresh.interval.ms': 'How often, in ms, the cluster’s layout is asked for. Default 300000.',
  '* metadata.max.age.ms':
    'How long, in ms, the known layout is trusted. Default: three times `topic.metadata.refresh.interval.ms`.',
  '* allow.auto.create.topics':
    'Whether subscribing to a missing topic may create it. Default `false`, where Java’s is `true`.',
  '* enable.auto.offset.store':
    'Whether the offset of a message counts as done when it is handed over. Default `true`; with `false` call `offsetsStore` after the work, so that a crash loses nothing.',
  '* enable.auto.commit':
    'Whether stored offsets are committed in the background, every `auto.commit.interval.ms`. Default `true`.',
  '* auto.offset.reset':
    'Where a group without a committed offset starts: `earliest`, `latest` or `error`. Default `largest`, which is `latest`.',
  '* partition.assignment.strategy':
    'How a group shares out partitions: `range`, `roundrobin` or `cooperative-sticky`. Default `range,roundrobin`; eager and cooperative ones must not be mixed.',
  '* fetch.wait.max.ms':
    'The longest the broker waits for `fetch.min.bytes`, in ms. Default 500. Java calls it `fetch.max.wait.ms`.',
  '* fetch.message.max.bytes':
    'The first bound for one partition in a fetch, in bytes. Default 1048576. It grows for larger messages.',
  '* queued.min.messages': 'How many messages to fetch ahead for each partition. Default 100000.',
  '* queued.max.messages.kbytes': 'How much to fetch ahead for each partition, in KiB. Default 65536, which is 64 MiB.',
  '* fetch.error.backoff.ms': 'How long, in ms, to wait after a failed fetch. Default 500.',
  '* isolation.level':
    'Whether messages of open transactions are read. Default `read_committed`, where Java has `read_uncommitted`.',
  '* enable.partition.eof': 'Whether reaching the end of a partition is told as an event. Default `false`.',
  '* check.crcs': 'Whether checksums of fetched messages are verified. Default `false`, where Java has `true`.',
  '* rebalance_cb': 'A function that assigns the partitions, or `true` to be told of it.',
  '* offset_commit_cb': 'Whether commits are told, with their failures.',
  '* enable.ssl.certificate.verification':
    'Whether the broker’s certificate is verified. Default `true`; with `false` anyone on the way can read along.',
  '* ssl.ca.location': 'The file or folder with the certificates to trust.',
  '* ssl.ca.pem': 'The certificates to trust, as PEM text.',
  '* ssl.certificate.location': 'The file with the client’s certificate, in PEM.',
  '* ssl.certificate.pem': 'The client’s certificate, as PEM text.',
  '* ssl.key.location': 'The file with the client’s private key, in PEM.',
  '* ssl.key.pem': 'The client’s private key, as PEM text.',
  '* ssl.endpoint.identification.algorithm':
    'Whether the certificate must be for the broker’s name: `https` (the default) or `none`.',
  '* sasl.mechanisms': 'The one SASL mechanism to use. Default `GSSAPI`. `sasl.mechanism` is another name for it.',
  '* sasl.username': 'The user’s name for PLAIN and SCRAM.',
  '* sasl.password': 'The password for PLAIN and SCRAM. Take it from the environment or a secret store.',
});
