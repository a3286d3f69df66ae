import type { Reader } from '../catalogue/reader';
import type { Call } from '../model/call';
import { type ChecklistItem, type Shown, shownNumber, shownText } from './item';

const NO_PRODUCER = 'No producer is configured in these files.';
const NO_CONSUMER = 'No consumer is configured in these files.';

const isProducer = ({ scope }: Reader): boolean => scope.role === 'producer';
const isConsumer = ({ scope }: Reader): boolean => scope.role === 'consumer';
const isKafkajs = ({ scope }: Reader): boolean => scope.client === 'kafkajs' || scope.client === 'nest';

function shownCall(
  { scope }: Reader,
  isGood: (call: Call) => boolean,
  says: (call: Call) => string,
): Shown | undefined {
  const call = scope.calls.find(isGood);
  return call && { span: call.methodSpan, says: says(call) };
}

const sends = ({ method }: Call): boolean => method === 'send' || method === 'sendBatch';

export const PRODUCER_ITEMS: readonly ChecklistItem[] = [
  {
    id: 'producer-batching',
    section: 'producers',
    title: 'Send records in batches',
    why: '16 KB is the default batch.size and an upper bound: larger batches need linger.ms or more records in each send.',
    rules: ['producer/no-batching', 'producer/batch-size-small', 'kafkajs/send-in-loop', 'kafkajs/unknown-option'],
    concerns: isProducer,
    shown: (reader) =>
      isKafkajs(reader)
        ? shownCall(
            reader,
            (call) => sends(call) && call.messages?.count === 'many',
            ({ method }) => `${method}() has several records`,
          )
        : shownNumber(reader, 'batch.size', (bytes) => bytes >= 16_384),
    absent: NO_PRODUCER,
  },
  {
    id: 'producer-linger',
    section: 'producers',
    title: 'Wait some milliseconds for a batch to fill',
    why: 'Kafka 4.0 and later wait 5 ms by default. A small batch.size does not lower latency: linger.ms=0 does.',
    rules: ['producer/linger-zero', 'kafka-go/batch-timeout'],
    concerns: isProducer,
    shown: (reader) => shownNumber(reader, 'linger.ms', (wait) => wait >= 1),
    needless: (reader) => (isKafkajs(reader) ? 'KafkaJS sends each call at once and has no such setting.' : undefined),
    absent: NO_PRODUCER,
  },
  {
    id: 'producer-compression',
    section: 'producers',
    title: 'Compress with lz4 or zstd',
    why: 'Compression is off by default. KafkaJS has gzip only, until a codec is registered, and takes it with each send.',
    rules: ['producer/compression', 'kafkajs/no-compression', 'kafkajs/compression-codec'],
    concerns: isProducer,
    shown: (reader) =>
      shownText(reader, 'compression.type', (codec) => codec !== 'none') ??
      shownCall(
        reader,
        (call) => sends(call) && call.options.entries.some(({ writtenKey }) => writtenKey === 'compression'),
        ({ method }) => `${method}() compresses`,
      ),
    absent: NO_PRODUCER,
  },
  {
    id: 'producer-acks',
    section: 'producers',
    title: 'Choose acks on purpose: all, unless losing records is acceptable',
    why: 'acks=1 loses what the leader alone has, and switches idempotence off. It suits metrics and logs, not orders.',
    rules: [
      'producer/weak-acks',
      'producer/idempotence-conflict',
      'producer/idempotence-off',
      'kafkajs/acks-invalid',
      'kafkajs/acks-one-or-zero',
    ],
    concerns: isProducer,
    shown: (reader) => shownText(reader, 'acks', (acks) => acks === 'all' || acks === '-1'),
    absent: NO_PRODUCER,
  },
  {
    id: 'producer-pipelining',
    section: 'producers',
    title: 'Keep up to five requests in flight',
    why: 'Five is the default, and the most with which an idempotent producer keeps the order of records.',
    rules: ['producer/in-flight-over-five', 'producer/in-flight-one', 'kafkajs/idempotent-settings'],
    concerns: isProducer,
    shown: (reader) =>
      shownNumber(reader, 'max.in.flight.requests.per.connection', (count) => count >= 2 && count <= 5),
    absent: NO_PRODUCER,
  },
];

export const CONSUMER_ITEMS: readonly ChecklistItem[] = [
  {
    id: 'consumer-batches',
    section: 'consumers',
    title: 'Handle records in batches',
    why: 'With KafkaJS, eachBatch lets one write cover many records; other clients poll batches anyway.',
    rules: ['kafkajs/each-batch-contract', 'kafkajs/each-message-throughput'],
    concerns: isConsumer,
    shown: (reader) =>
      shownCall(
        reader,
        ({ handlers }) => handlers.some(({ kind }) => kind === 'eachBatch'),
        () => 'run() has eachBatch',
      ),
    needless: (reader) => (isKafkajs(reader) ? undefined : 'Each poll of this client gives a batch.'),
    absent: NO_CONSUMER,
  },
  {
    id: 'consumer-fetch-size',
    section: 'consumers',
    title: 'Fetch at least 1 MB at a time',
    why: 'The defaults are 50 MB a fetch (10 MB with KafkaJS) and 1 MB a partition: 1 MB a fetch would be less.',
    rules: ['consumer/fetch-too-small', 'consumer/fetch-min-bytes', 'kafkajs/fetch-sizes'],
    concerns: isConsumer,
    shown: (reader) => shownNumber(reader, 'fetch.max.bytes', (bytes) => bytes >= 1_048_576),
    absent: NO_CONSUMER,
  },
  {
    id: 'consumer-commits',
    section: 'consumers',
    title: 'Commit offsets for many records at a time, after they are handled',
    why: 'resolveOffset() commits nothing: it marks a record, and eachBatch commits when it ends or by autoCommitThreshold.',
    rules: [
      'consumer/commit-per-record',
      'consumer/auto-commit',
      'consumer/auto-commit-without-group',
      'kafkajs/commit-frequency',
      'librdkafka/never-commits',
    ],
    concerns: isConsumer,
    shown: (reader) =>
      shownNumber(reader, 'auto.commit.interval.ms', (interval) => interval >= 1000) ??
      shownCall(
        reader,
        ({ options }) => options.entries.some(({ writtenKey }) => writtenKey === 'autoCommitThreshold'),
        () => 'run() has autoCommitThreshold',
      ),
    absent: NO_CONSUMER,
  },
  {
    id: 'consumer-blocking',
    section: 'consumers',
    title: 'Do not wait for something slow with each record',
    why: 'What a consumer does between two polls bounds its throughput, and max.poll.interval.ms how long it may take.',
    rules: ['kafkajs/each-message-throughput', 'kafkajs/unawaited-work', 'consumer/poll-interval'],
    concerns: isConsumer,
    shown: () => undefined,
    absent: NO_CONSUMER,
  },
];
