import { tableOf } from '../../model/tableOf';

/** Our own words on what KafkaJS does with each option; the key has the call, or a star for all calls. */
export const KAFKAJS_DESCRIPTIONS: Readonly<Record<string, string>> = tableOf({
  'Kafka brokers':
    'The first brokers to ask, as `host:port` texts, or a function that returns them. A string instead of an array is taken letter by letter and never connects.',
  'Kafka ssl':
    'TLS: `true`, or the options of Node’s `tls.connect` such as `ca`, `cert`, `key` and `servername`. Absent means plain text.',
  'Kafka sasl': 'How the client proves who it is. Absent means not at all.',
  'Kafka sasl.mechanism':
    'Which SASL mechanism; the letters’ case does not matter. Names other than the five built-in ones need an `authenticationProvider`.',
  'Kafka sasl.username': 'The user’s name for `plain` and both kinds of `scram`.',
  'Kafka sasl.password':
    'The password for `plain` and both kinds of `scram`. Take it from the environment or a secret store.',
  'Kafka sasl.authorizationIdentity':
    'For `aws`: the UserId or RoleId of the identity. `aws` is not the IAM access of Amazon MSK.',
  'Kafka sasl.accessKeyId': 'For `aws`: the access key’s id.',
  'Kafka sasl.secretAccessKey': 'For `aws`: the secret access key. Take it from the environment or a secret store.',
  'Kafka sasl.sessionToken': 'For `aws`: the token of temporary credentials.',
  'Kafka sasl.oauthBearerProvider':
    'For `oauthbearer`: an async function that returns `{ value: token }`. It is called at every authentication, so it must cache the token itself.',
  'Kafka sasl.authenticationProvider':
    'A mechanism of one’s own: a function that returns an object with `authenticate`.',
  'Kafka clientId':
    'The name in the brokers’ logs, metrics and quotas. Default `kafkajs`, which all programs without a name share.',
  'Kafka connectionTimeout':
    'How long a TCP connection, with its TLS handshake, may take, in ms. Default 1000, a tenth of the Java client’s, which is short for clusters far away.',
  'Kafka authenticationTimeout':
    'In ms, default 10000. KafkaJS does not bound the authentication by it: it only makes requests wait that much longer for a connection that is being made.',
  'Kafka reauthenticationThreshold':
    'How long before a SASL session ends the client authenticates again, in ms. Default 10000.',
  'Kafka requestTimeout':
    'How long the answer to a request may take, in ms. Default 30000. Requests that may block, such as a fetch, are given more.',
  'Kafka enforceRequestTimeout':
    'Whether `requestTimeout` holds at all. Default `true`; with `false` a request without an answer waits for ever.',
  'Kafka retry':
    'How often and how fast failed operations are tried again. `producer()`, `consumer()` and `admin()` can each state their own.',
  'Kafka retry.retries':
    'How often a failed operation is tried again. Default 5. Consumers have 5 of their own and do not take this over, unless they are given a `retry` without `retries`.',
  'Kafka socketFactory':
    'Makes the sockets, for proxies and tunnels. The default is Node’s `net` or `tls`, with keep-alive after 60 s.',
  'Kafka logLevel': 'What is logged. Default `logLevel.INFO`. The environment variable KAFKAJS_LOG_LEVEL wins over it.',
  'Kafka logCreator': 'Makes the function that gets each log entry. The default prints JSON to the console.',

  '* retry':
    'How often and how fast failed operations are tried again; laid over what `new Kafka()` says, name by name.',
  '* retry.retries':
    'How often a failed operation is tried again. Default 5. The Java client does not count but bounds the time.',
  '* retry.initialRetryTime': 'The wait before the first retry, in ms. Default 300.',
  '* retry.maxRetryTime': 'The longest wait between two retries, in ms. Default 30000.',
  '* retry.factor': 'By how much each wait is varied at random, as a share of it. Default 0.2.',
  '* retry.multiplier': 'By how much each wait is longer than the one before. Default 2.',
  '* retry.restartOnFailure':
    'An async function that says whether a consumer that crashed with a retriable error starts again. Default: it does.',

  'producer createPartitioner':
    'Makes the function that picks a partition. The default hashes keys as the Java client does; `Partitioners.LegacyPartitioner` does as KafkaJS 1 did. Without it KafkaJS 2 prints a warning.',
  'producer metadataMaxAge':
    'After how long the cluster’s layout is asked for again, in ms. Default 300000, as in Java.',
  'producer allowAutoTopicCreation':
    'Whether asking for a missing topic may create it, if the brokers allow that too. Default `true`: a misspelt topic becomes a new one.',
  'producer idempotent':
    'Whether brokers drop duplicates that retries make. Default `false`, unlike Java since 3.0. KafkaJS calls it experimental: it demands `acks: -1` and sends to each broker one request at a time.',
  'producer transactionalId':
    'Makes `transaction()` possible; two running producers with the same id fence each other off. The documented set-up also has `idempotent: true` and `maxInFlightRequests: 1`.',
  'producer transactionTimeout':
    'After how long the coordinator aborts a transaction, in ms. Default 60000. Brokers reject more than their `transaction.max.timeout.ms`.',
  'producer maxInFlightRequests':
    'How many requests of any kind may be under way to a broker before others wait. Default `null`: no bound, where Java has 5.',

  'consumer groupId': 'The group whose members share the partitions. `consumer()` throws without it.',
  'consumer partitionAssigners':
    'The functions that share out partitions. Default and only built-in: `PartitionAssigners.roundRobin`. It takes functions, not names; there is no cooperative one.',
  'consumer metadataMaxAge':
    'After how long the cluster’s layout is asked for again, in ms. Default 300000, as in Java.',
  'consumer sessionTimeout':
    'After how long without a heartbeat the group drops this member, in ms. Default 30000 (Java: 45000). The fetch loop sends heartbeats between messages and batches and no timer does, so one long call of a handler can be enough.',
  'consumer rebalanceTimeout':
    'How long the coordinator waits for members to join again in a rebalance, in ms. Default 60000. Java takes `max.poll.interval.ms` for it.',
  'consumer heartbeatInterval':
    'The least time between two heartbeats, in ms. Default 3000. It must be below `sessionTimeout`, better a third of it, or `consumer()` throws.',
  'consumer maxBytesPerPartition': 'The most bytes that one fetch takes from a partition. Default 1048576, as in Java.',
  'consumer minBytes':
    'How many bytes the broker collects before it answers a fetch, for `maxWaitTimeInMs` at most. Default 1: it answers at once.',
  'consumer maxBytes': 'The most bytes in one fetch. Default 10485760, a fifth of Java’s.',
  'consumer maxWaitTimeInMs': 'The longest the broker waits for `minBytes`, in ms. Default 5000, ten times Java’s.',
  'consumer allowAutoTopicCreation':
    'Whether subscribing to a missing topic may create it, if the brokers allow that too. Default `true`, as in Java.',
  'consumer maxInFlightRequests':
    'How many requests of any kind may be under way to a broker before others wait. Default `null`: no bound.',
  'consumer readUncommitted':
    'Whether messages of open and aborted transactions are read too. Default `false`, where Java reads them by default.',
  'consumer rackId': 'The rack of this consumer, so that it may fetch from a nearby replica. Default: none.',

  'admin retry':
    'How often and how fast failed operations are tried again; laid over what `new Kafka()` says, name by name.',

  'send topic': 'The topic that all messages of this call go to.',
  'sendBatch topicMessages': 'Messages for several topics, sent together: one request for each broker.',
  'sendBatch topicMessages[].topic': 'The topic of these messages.',
  'sendBatch topicMessages[].messages': 'The messages for this topic.',
  '* messages':
    'The messages, each an object with a `value`. KafkaJS batches nothing in the background: messages travel together only when one call has them.',
  '* acks':
    'Which replicas must have the messages: `-1` all in-sync ones (the default), `1` the leader, `0` none, so that failures go unseen. A number: `"all"` is sent as 0.',
  'send timeout':
    'How long the broker may wait for its replicas, in ms. Default 30000. How long the client waits is `requestTimeout` of `new Kafka()`.',
  'sendBatch timeout':
    'How long the broker may wait for its replicas, in ms. Default 30000. How long the client waits is `requestTimeout` of `new Kafka()`.',
  '* compression':
    'The codec of this call’s batches: a member of `CompressionTypes`. Default none. GZIP is built in; Snappy, LZ4 and ZSTD throw until a codec is registered.',
  '* messages[].key': 'Messages with the same key go to the same partition and keep their order.',
  '* messages[].value':
    'The content as text or Buffer; `null` deletes the key in a compacted topic. Without it `send` throws.',
  '* messages[].partition': 'The partition, where the partitioner shall not choose.',
  '* messages[].headers': 'Names with texts or Buffers.',
  '* messages[].timestamp': 'Milliseconds since 1970, as text. Default: now.',

  'subscribe topics':
    'The topics, as names or regular expressions. Expressions are matched once, when subscribing: later topics are not seen.',
  'subscribe topic': 'One topic; deprecated in favour of `topics`.',
  'subscribe fromBeginning':
    'Where a group without a committed offset starts: `true` at the oldest message, `false` (the default) at the next one.',

  'run autoCommit':
    'Whether resolved offsets are committed after each batch and between messages. Default `true`. Unlike in Java the commit follows the handler.',
  'run autoCommitInterval':
    'Commit also while a batch is worked through, when this many ms have passed since the last commit. Default `null`: only after each batch.',
  'run autoCommitThreshold':
    'Commit also while a batch is worked through, when this many messages are resolved. Default `null`: only after each batch. 1 costs a request for every message.',
  'run eachBatchAutoResolve':
    'Whether the whole batch counts as done when `eachBatch` returns. Default `true`; with `false` only what `resolveOffset` was called for.',
  'run partitionsConsumedConcurrently':
    'How many partitions are worked on at a time. Default 1. The order within a partition is kept whatever the number.',
  'run eachBatch':
    'Handles a batch of one partition; call `heartbeat()` in it, or the group drops the consumer after `sessionTimeout`. Ignored when there is an `eachMessage`.',
  'run eachMessage':
    'Handles one message; the next one of that partition waits for it, and so do all others while `partitionsConsumedConcurrently` is 1.',

  'seek topic': 'The topic to move in.',
  'seek partition': 'The partition to move in.',
  'seek offset': 'The offset to go on from, as text; `-2` for the oldest, `-1` for the end.',
  'commitOffsets [].topic': 'The topic.',
  'commitOffsets [].partition': 'The partition.',
  'commitOffsets [].offset':
    'The offset of the next message to read, which is one more than that of the last one handled.',
  'commitOffsets [].metadata': 'A string to keep with the offset.',
  'pause [].topic': 'The topic to stop fetching.',
  'pause [].partitions': 'The partitions to stop fetching; all of the topic when absent.',
  'resume [].topic': 'The topic to fetch again.',
  'resume [].partitions': 'The partitions to fetch again; all of the topic when absent.',

  'sendOffsets consumerGroupId': 'The group whose offsets are committed with the transaction.',
  'sendOffsets topics': 'The offsets to commit with the transaction, by topic and partition.',
});
