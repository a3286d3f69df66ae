import type { Call } from '../model/call';
import type { Scope } from '../model/scope';
import { atLeast, between, DEFAULT, oneOf } from './types';

// Every statement is about kafkajs 2.2.4 and read in its sources, which are named beside the settings.

/** One option of a preset for KafkaJS, and the call that takes it. */
export interface OptionSetting {
  readonly method: string;
  readonly option: string;
  /** Source text. */
  readonly value: string | typeof DEFAULT;
  readonly reason: string;
  readonly price?: string;
  /** It can lose records or needs a change elsewhere, so a person must agree to this change by itself. */
  readonly confirm?: true;
  readonly keeps?: (value: string) => boolean;
  readonly unless?: (scope: Scope, call: Call | undefined) => boolean;
  /** What the value needs from the library. */
  readonly imports?: string;
}

export const KAFKAJS_PRESET_NAMES = ['throughput', 'latency', 'durability', 'balanced'] as const;
export type KafkaJsPresetName = (typeof KAFKAJS_PRESET_NAMES)[number];

const sets = (scope: Scope, option: string): boolean =>
  scope.entries.some(({ writtenKey, overriddenBy }) => writtenKey === option && !overriddenBy);

// src/index.js: connectionTimeout = 1000; src/network/connection.js: it bounds TCP and TLS together.
const connectionTimeout = (ms: number): OptionSetting => ({
  method: 'Kafka',
  option: 'connectionTimeout',
  value: String(ms),
  reason: 'one second is short for TLS with a busy or distant broker',
  price: `a broker that is down is given up after ${ms / 1000} s instead of 1 s`,
  keeps: between(ms, 30000),
});

// src/network/requestQueue: only then are requests without an answer ended.
const ENFORCED: OptionSetting = {
  method: 'Kafka',
  option: 'enforceRequestTimeout',
  value: DEFAULT,
  reason: 'a request that is never answered fails instead of waiting for ever',
};

const REQUEST_TIMEOUT: OptionSetting = {
  method: 'Kafka',
  option: 'requestTimeout',
  value: DEFAULT,
  reason: '30 s, so that a busy broker is not asked again while it works',
  keeps: atLeast(30000),
};

// src/broker/index.js: a metadata request creates the topics that it names, where brokers allow it.
const NO_TOPIC_CREATION: OptionSetting = {
  method: 'producer',
  option: 'allowAutoTopicCreation',
  value: 'false',
  reason: 'a misspelt topic is an error instead of a new topic with the broker’s defaults',
  price: 'topics must be created beforehand',
  confirm: true,
};

// src/network/requestQueue: null is no limit.
const IN_FLIGHT: OptionSetting = {
  method: 'producer',
  option: 'maxInFlightRequests',
  value: DEFAULT,
  reason: 'no request waits for others that are under way to the same broker',
  price: 'sends that do not wait for each other can be reordered by a retry',
  confirm: true,
  keeps: atLeast(5),
  unless: (scope) => sets(scope, 'idempotent') || sets(scope, 'transactionalId'),
};

const anyCodec = oneOf('1', '2', '3', '4');
const SEND_METHODS = ['send', 'sendBatch'] as const;

// src/protocol/message/compression: GZIP is built in; src/protocol/requests/produce: none is the default.
const GZIP: readonly OptionSetting[] = SEND_METHODS.map((method) => ({
  method,
  option: 'compression',
  value: 'CompressionTypes.GZIP',
  imports: 'CompressionTypes',
  reason: 'less network and disk; GZIP is built in and compresses all messages for a partition together',
  price: 'CPU time in this process',
  keeps: anyCodec,
  unless: (_scope, call) => call?.messages?.count === 'one',
}));

const NO_COMPRESSION: readonly OptionSetting[] = SEND_METHODS.map((method) => ({
  method,
  option: 'compression',
  value: DEFAULT,
  reason: 'no time goes into compressing before the first byte leaves',
  price: 'more network and disk',
}));

// src/producer/messageProducer.js: acks = -1.
const ALL_ACKS: readonly OptionSetting[] = SEND_METHODS.map((method) => ({
  method,
  option: 'acks',
  value: '-1',
  reason: 'a send succeeds only when every in-sync replica has the messages',
  price: 'each send waits for the slowest in-sync replica',
}));

// src/consumer/index.js: minBytes = 1, maxBytesPerPartition = 1 MiB, maxBytes = 10 MiB.
const FETCH_SIZES: readonly OptionSetting[] = [
  {
    method: 'consumer',
    option: 'maxBytesPerPartition',
    value: DEFAULT,
    reason: '1 MiB a partition; smaller fetches only add requests',
    keeps: atLeast(1048576),
  },
  {
    method: 'consumer',
    option: 'maxBytes',
    value: DEFAULT,
    reason: '10 MiB a fetch; the broker sends what there is',
    keeps: atLeast(10485760),
  },
];

const AT_ONCE: OptionSetting = {
  method: 'consumer',
  option: 'minBytes',
  value: DEFAULT,
  reason: 'the broker answers as soon as there is a message',
};

// src/consumer/fetchManager.js: that many workers, each with one partition at a time.
const concurrency = (count: number): OptionSetting => ({
  method: 'run',
  option: 'partitionsConsumedConcurrently',
  value: String(count),
  reason: `up to ${count} partitions are worked on at a time, each in its order`,
  price: 'the handler runs several times at once, so it must not depend on what it shares',
  confirm: true,
  keeps: atLeast(2),
});

// src/consumer/runner.js: offsets are committed at the end of each batch in any case.
const COMMIT_BY_BATCH: readonly OptionSetting[] = [
  {
    method: 'run',
    option: 'autoCommitThreshold',
    value: DEFAULT,
    reason: 'one commit after each batch instead of a round trip every few messages',
    price: 'after a crash up to a batch of messages is handled again',
    keeps: atLeast(100),
  },
];

export const KAFKAJS_PRESETS: Readonly<Record<KafkaJsPresetName, readonly OptionSetting[]>> = {
  throughput: [
    connectionTimeout(3000),
    REQUEST_TIMEOUT,
    ENFORCED,
    NO_TOPIC_CREATION,
    IN_FLIGHT,
    {
      method: 'producer',
      option: 'retry.retries',
      value: '8',
      reason: '5 retries are over after about 9 s; 8 last about a minute, which outlasts a change of leaders',
      price: 'a send to a cluster that is down fails later',
      keeps: atLeast(8),
      // src/producer/index.js warns of any bound for these.
      unless: (scope) => sets(scope, 'idempotent'),
    },
    ...GZIP,
    {
      method: 'consumer',
      option: 'minBytes',
      value: '10240',
      reason: 'the broker answers with about 10 KiB at once instead of every few messages',
      price: 'up to maxWaitTimeInMs more latency when traffic is low',
      keeps: between(10240, 1048576),
    },
    {
      method: 'consumer',
      option: 'maxWaitTimeInMs',
      value: '1000',
      reason: 'the broker collects for minBytes one second at most, not five',
      price: 'five times as many empty fetches of idle topics',
      keeps: between(100, 1000),
    },
    ...FETCH_SIZES,
    ...COMMIT_BY_BATCH,
    concurrency(8),
  ],
  latency: [
    connectionTimeout(3000),
    {
      method: 'Kafka',
      option: 'requestTimeout',
      value: '10000',
      reason: 'a stuck request is noticed after 10 s',
      price: 'a slow broker is asked again while it still works',
      keeps: between(1000, 10000),
    },
    ENFORCED,
    NO_TOPIC_CREATION,
    IN_FLIGHT,
    {
      method: 'producer',
      option: 'retry.initialRetryTime',
      value: '100',
      reason: 'the first retry comes after 0.1 s, not 0.3 s',
      price: 'all five retries are over after about 3 s instead of 9 s',
      keeps: between(50, 100),
    },
    ...NO_COMPRESSION,
    AT_ONCE,
    ...FETCH_SIZES,
    {
      method: 'consumer',
      option: 'sessionTimeout',
      value: '10000',
      reason: 'a dead consumer is noticed after 10 s',
      price: 'a handler that takes 10 s without a heartbeat causes a rebalance',
      keeps: between(6000, 10000),
    },
    {
      method: 'consumer',
      option: 'heartbeatInterval',
      value: DEFAULT,
      reason: 'three heartbeats fit into a session',
      keeps: between(500, 3333),
    },
    concurrency(4),
  ],
  durability: [
    connectionTimeout(10000),
    REQUEST_TIMEOUT,
    ENFORCED,
    NO_TOPIC_CREATION,
    {
      method: 'producer',
      option: 'idempotent',
      value: 'true',
      reason: 'brokers drop the duplicates that retries make',
      price: 'KafkaJS calls it experimental; each send must have acks: -1, and each broker gets one request at a time',
      confirm: true,
    },
    {
      method: 'producer',
      option: 'retry.retries',
      value: 'Number.MAX_SAFE_INTEGER',
      reason: 'a send is tried until the brokers are back',
      price: 'it settles no earlier, so bound what your code keeps waiting',
      confirm: true,
      keeps: atLeast(Number.MAX_SAFE_INTEGER),
    },
    ...ALL_ACKS,
    ...GZIP,
    {
      method: 'consumer',
      option: 'sessionTimeout',
      value: '45000',
      reason: 'a pause of less than 45 s causes no rebalance, and so no messages that are handled twice',
      price: 'a dead consumer is noticed after 45 s',
      keeps: between(45000, 120000),
    },
    {
      method: 'consumer',
      option: 'readUncommitted',
      value: DEFAULT,
      reason: 'messages of aborted transactions are never seen',
      price: 'reading stops at the first open transaction',
    },
    {
      method: 'subscribe',
      option: 'fromBeginning',
      value: 'true',
      reason: 'a group without offsets reads what is there instead of skipping it',
      price: 'a group that has lost its offsets reads everything again',
    },
  ],
  balanced: [
    connectionTimeout(3000),
    REQUEST_TIMEOUT,
    ENFORCED,
    NO_TOPIC_CREATION,
    ...ALL_ACKS,
    ...GZIP,
    AT_ONCE,
    ...FETCH_SIZES,
    ...COMMIT_BY_BATCH,
    concurrency(4),
  ],
};
