import { tableOf } from '../../model/tableOf';

/**
 * Our own words on the `kafkaJS` block of Confluent's client, which throws for names that it does not know. The key
 * has the call, or a star for all calls.
 */
export const CONFLUENT_DESCRIPTIONS: Readonly<Record<string, string>> = tableOf({
  '* kafkaJS':
    'Options in the manner of KafkaJS, with KafkaJS’ defaults. Beside it stand librdkafka’s own keys, which win. Without the block librdkafka’s defaults hold.',
  '* kafkaJS.brokers':
    'The first brokers to ask, as an array of `host:port`. A function is not allowed, unlike in KafkaJS.',
  '* kafkaJS.ssl':
    'Whether to use TLS. Only `true` or `false`: certificates are given by librdkafka’s keys beside the block.',
  '* kafkaJS.sasl': 'How the client proves who it is.',
  '* kafkaJS.sasl.mechanism': 'Which SASL mechanism. `aws` is not supported, unlike in KafkaJS.',
  '* kafkaJS.sasl.username': 'The user’s name for `plain` and both kinds of `scram`.',
  '* kafkaJS.sasl.password':
    'The password for `plain` and both kinds of `scram`. Take it from the environment or a secret store.',
  '* kafkaJS.sasl.oauthBearerProvider': 'An async function that returns the token as `{ value, principal, lifetime }`.',
  '* kafkaJS.clientId': 'The name in the brokers’ logs, metrics and quotas. Default `rdkafka`.',
  '* kafkaJS.connectionTimeout': 'In ms, default 1000; only its sum with `authenticationTimeout` is enforced.',
  '* kafkaJS.authenticationTimeout': 'In ms, default 10000; only its sum with `connectionTimeout` is enforced.',
  '* kafkaJS.requestTimeout': 'How long the answer to a request may take, in ms. Default 30000.',
  '* kafkaJS.enforceRequestTimeout': 'With `false` a request may take 5 minutes. Default `true`.',
  '* kafkaJS.retry':
    'How often and how fast failed requests are tried again. `factor` and `multiplier` cannot be set: they throw.',
  '* kafkaJS.retry.retries':
    'How often a failed produce request is sent again. Default 5; librdkafka’s own default is practically endless.',
  '* kafkaJS.retry.initialRetryTime': 'The wait before the first retry, in ms. Default 300.',
  '* kafkaJS.retry.maxRetryTime': 'The longest wait between two retries, in ms. Default 30000.',
  '* kafkaJS.logLevel': 'What is logged. Default `logLevel.INFO`.',
  '* kafkaJS.logger': 'A logger of one’s own.',
  '* kafkaJS.metadataMaxAge': 'How often the cluster’s layout is asked for, in ms. Default 300000.',
  '* kafkaJS.allowAutoTopicCreation': 'Whether asking for a missing topic may create it. Default `true`.',
  '* kafkaJS.maxInFlightRequests': 'How many requests may be under way to a broker. Default: practically no bound.',

  'producer kafkaJS.idempotent':
    'Whether brokers drop duplicates that retries make. Default `false`. It allows up to 5 requests in flight, unlike KafkaJS.',
  'producer kafkaJS.transactionalId': 'Makes transactions possible, and the producer idempotent.',
  'producer kafkaJS.transactionTimeout': 'After how long the coordinator aborts a transaction, in ms. Default 60000.',
  'producer kafkaJS.acks':
    'Which replicas must have the messages: -1 all in-sync ones (the default), 1 the leader, 0 none. Set here: `send()` throws for it.',
  'producer kafkaJS.compression':
    'The codec for batches. Default none; all are built in. Set here: `send()` throws for it.',
  'producer kafkaJS.timeout':
    'How long the broker may wait for its replicas, in ms. Default 30000. Set here: `send()` throws for it.',

  'consumer kafkaJS.groupId': 'The group whose members share the partitions.',
  'consumer kafkaJS.sessionTimeout':
    'After how long without a heartbeat the group drops this member, in ms. Default 30000. Heartbeats go out in the background.',
  'consumer kafkaJS.rebalanceTimeout':
    'How long a rebalance may take, and how long one call of the handler may take, in ms. Default 300000, five times KafkaJS’.',
  'consumer kafkaJS.heartbeatInterval': 'The time between two heartbeats, in ms. Default 3000.',
  'consumer kafkaJS.maxBytesPerPartition':
    'The first bound for one partition in a fetch, in bytes. Default 1048576. It grows for larger messages.',
  'consumer kafkaJS.minBytes': 'How many bytes the broker collects before it answers a fetch. Default 1.',
  'consumer kafkaJS.maxBytes': 'The most bytes in one fetch. Default 10485760.',
  'consumer kafkaJS.maxWaitTimeInMs':
    'The longest the broker waits for `minBytes`, in ms. Default 500, a tenth of KafkaJS’.',
  'consumer kafkaJS.readUncommitted':
    'Whether messages of open and aborted transactions are read too. Default `false`.',
  'consumer kafkaJS.rackId': 'The rack of this consumer, so that it may fetch from a nearby replica.',
  'consumer kafkaJS.fromBeginning':
    'Where a group without a committed offset starts. Default `false`: at the end. Set here: `subscribe()` throws for it.',
  'consumer kafkaJS.autoCommit':
    'Whether offsets are committed in the background. Default `true`. Set here: `run()` throws for it.',
  'consumer kafkaJS.autoCommitInterval':
    'How often offsets are committed, in ms. Default 5000. Set here: `run()` throws for it.',
  'consumer kafkaJS.partitionAssigners':
    'How the group shares out partitions: members of `PartitionAssigners`. Default round robin.',
  'consumer kafkaJS.partitionAssignors': 'Another name for `partitionAssigners`.',
  'consumer js.consumer.max.batch.size':
    'The most messages that `eachBatch` gets at once. Default 32; -1 for no bound.',
  'consumer js.consumer.max.cache.size.per.worker.ms':
    'How much to keep ready for each worker, as time of work in ms. Default 1500.',

  'run eachBatchAutoResolve': 'Whether the whole batch counts as done when `eachBatch` returns. Default `true`.',
  'run partitionsConsumedConcurrently': 'How many partitions are worked on at a time. Default 1.',
  'run eachMessage': 'Handles one message.',
  'run eachBatch': 'Handles a batch of one partition.',
  'subscribe topics': 'The topics, as names or regular expressions; these must begin with `^` and have no flags.',
  'subscribe topic': 'One topic; deprecated in favour of `topics`.',
  'subscribe replace': 'Whether these topics take the place of those subscribed to before. Default: they are added.',
  'send topic': 'The topic that all messages of this call go to.',
  'sendBatch topicMessages': 'Messages for several topics.',
  'sendBatch topicMessages[].topic': 'The topic of these messages.',
  '* messages':
    'The messages, each an object with a `value`. librdkafka batches them in the background, those of other calls too.',
  '* messages[].key': 'Messages with the same key go to the same partition and keep their order.',
  '* messages[].value': 'The content as text or Buffer; `null` deletes the key in a compacted topic.',
  '* messages[].partition': 'The partition, where the partitioner shall not choose.',
  '* messages[].headers': 'Names with texts or Buffers.',
  '* messages[].timestamp': 'Milliseconds since 1970, as text. Default: now.',
});
