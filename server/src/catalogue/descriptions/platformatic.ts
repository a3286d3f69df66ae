import { tableOf } from '../../model/tableOf';

/** Our own words on `@platformatic/kafka`; the key has the call, or a star for all calls. */
export const PLATFORMATIC_DESCRIPTIONS: Readonly<Record<string, string>> = tableOf({
  '* clientId': 'The name in the brokers’ logs, metrics and quotas. Required.',
  '* clientRack': 'The rack of this client, so that it may fetch from a nearby replica.',
  '* bootstrapBrokers': 'The first brokers to ask, as `host:port` texts or objects with `host` and `port`.',
  '* timeout': 'How long a request of this client may take at the broker, in ms. Default 5000.',
  '* connectTimeout': 'How long a connection may take, in ms. Default 5000.',
  '* requestTimeout': 'How long the answer to a request may take, in ms. Default 30000.',
  '* retries': 'How often a failed operation is tried again, or `true` for endlessly. Default 3.',
  '* retryDelay': 'The wait before a retry in ms, or a function that returns it. Default 1000.',
  '* metadataMaxAge': 'How long the cluster’s layout is trusted, in ms. Default 5000, where Java has 300000.',
  '* autocreateTopics': 'Whether asking for a missing topic may create it. Default `false`.',
  '* strict':
    'Whether the options of every call are validated, so that unknown ones throw. Default `false`: they are ignored.',
  '* maxInflights': 'How many requests may be under way on a connection. Default 5.',
  '* tls': 'TLS: the options of Node’s `tls.connect`.',
  '* ssl': 'Another name for `tls`.',
  '* sasl': 'How the client proves who it is.',
  '* sasl.mechanism': 'Which SASL mechanism, in capitals.',
  '* sasl.username': 'The user’s name, or a function that returns it.',
  '* sasl.password': 'The password, or a function that returns it. Take it from the environment or a secret store.',
  '* sasl.token': 'For `OAUTHBEARER`: the token, or a function that returns it.',

  '* idempotent':
    'Whether brokers drop duplicates that retries make. Default `false`. With it the client takes `maxInflights` 1, `acks` -1 and practically endless retries.',
  'Producer acks': 'No effect here: `send()` takes 1 where its own options say nothing. State it there.',
  '* acks':
    'Which replicas must have the messages: -1 all in-sync ones, 1 the leader, 0 none. Default 1, unlike other clients; -1 with `idempotent`.',
  '* compression': 'The codec: `none`, `gzip`, `snappy`, `lz4` or `zstd`. Default none.',
  '* partitioner': 'A function that picks a partition. The default hashes keys and otherwise takes turns.',
  '* repeatOnStaleMetadata': 'Whether a send is repeated when the layout was out of date. Default `true`.',
  '* transactionalId': 'The id for transactions. Default: a random one.',
  '* serializers': 'Functions that turn keys, values and headers into Buffers. Default: they must be Buffers.',
  '* deserializers': 'Functions that turn Buffers into keys, values and headers. Default: they stay Buffers.',
  'send messages':
    'The messages, each with its own `topic`. Nothing is batched in the background: use one call for many, or a producer stream.',
  '* messages[].topic': 'The topic of this message.',
  '* messages[].key': 'Messages with the same key go to the same partition and keep their order.',
  '* messages[].value': 'The content, as the serializer takes it.',
  '* messages[].partition': 'The partition, where the partitioner shall not choose.',
  'asStream batchSize': 'How many messages go out together at most. Default 100.',
  'asStream batchTime': 'How long, in ms, messages wait for others. Default 10.',

  'Consumer groupId': 'The group whose members share the partitions. Required.',
  '* sessionTimeout': 'After how long without a heartbeat the group drops this member, in ms. Default 60000.',
  '* rebalanceTimeout': 'How long a rebalance may take, in ms. Default 102000; at least `sessionTimeout`.',
  '* heartbeatInterval': 'The time between two heartbeats, in ms. Default 3000.',
  '* autocommit':
    'Whether offsets are committed as soon as messages are fetched, so before they are handled (`true`, the default), every so many ms (a number from 100), or by the program (`false`).',
  '* minBytes': 'How many bytes the broker collects before it answers a fetch. Default 1.',
  '* maxBytes': 'The most bytes in one fetch. Default 52428800.',
  '* maxBytesPerPartition': 'The most bytes that one fetch takes from a partition.',
  '* maxWaitTime': 'The longest the broker waits for `minBytes`, in ms. Default 5000.',
  '* isolationLevel': 'Whether messages of open transactions are read. Default: committed ones only.',
  '* highWaterMark': 'How many messages the stream keeps ready. Default 1024.',
  'consume topics': 'The topics to read.',
  'consume mode':
    'Where to start: `latest` (the default), `earliest`, `committed` or `manual`. Only `committed` goes on where the group stopped.',
  'consume fallbackMode':
    'Where `committed` starts when nothing is committed: `latest` (the default), `earliest`, or `fail`.',
  'createTopics topics': 'The names of the topics to create, or objects with `topic`, `partitions` and `replicas`.',
  'createTopics partitions': 'How many partitions.',
  'createTopics replicas': 'How many copies.',
  'createTopics configs': 'The topics’ settings, as `{ name, value }`.',
});
