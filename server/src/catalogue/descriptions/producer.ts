import { tableOf } from '../../model/tableOf';

/** Our own words, with unit and effect; see describe.ts. */
export const PRODUCER_DESCRIPTIONS: Readonly<Record<string, string>> = tableOf({
  acks: 'Which replicas must have a record before the write counts: `all` in-sync ones, the leader alone (`1`), or none (`0`, failures go unseen). The default has been `all` since 3.0.',
  'batch.size':
    'The most bytes of records for one partition that go out together. It is an upper bound, not a wait: larger batches form only under load or with `linger.ms`.',
  'linger.ms':
    'How long, in ms, a batch waits for more records before it is sent. A few ms make fewer, larger requests; 0 sends at once.',
  'buffer.memory':
    'All memory in bytes for records that wait to be sent. When it is full, `send()` blocks for up to `max.block.ms`.',
  'compression.type':
    'The codec for whole batches: `none`, `gzip`, `snappy`, `lz4` or `zstd`. lz4 costs little CPU, zstd compresses best.',
  'compression.gzip.level': 'The effort of gzip: -1 for its default, or 1 (fast) to 9 (small).',
  'compression.lz4.level': 'The effort of lz4, 1 (fast) to 17 (small).',
  'compression.zstd.level': 'The effort of zstd; negative levels are the fastest, 22 the smallest.',
  'max.in.flight.requests.per.connection':
    'How many requests may be under way to a broker. With idempotence up to 5 keep the order; without it any more than 1 can reorder on retries.',
  'enable.idempotence':
    'Whether the broker drops duplicates that retries make and keeps their order. It needs `acks=all`, retries, and at most 5 requests in flight.',
  retries:
    'How often a failed send is tried again. Leave it at its default and bound the time with `delivery.timeout.ms`.',
  'delivery.timeout.ms':
    'How long, in ms, until `send()` reports success or failure, waiting and retries included. At least `linger.ms` + `request.timeout.ms`.',
  'max.block.ms': 'How long, in ms, `send()` may block for metadata or a full buffer.',
  'max.request.size':
    "The largest request, and so the largest record, in bytes before compression. The broker's `message.max.bytes` must allow it.",
  'partitioner.class':
    'The class that picks a partition. Unset uses the built-in one, which fills a batch before it moves on.',
  'partitioner.adaptive.partitioning.enable':
    'Whether records without a key prefer partitions whose brokers answer faster.',
  'partitioner.availability.timeout.ms':
    'How long, in ms, a partition may hang before records without a key avoid it; 0 never does.',
  'partitioner.ignore.keys': 'Whether keys play no part in picking a partition.',
  'key.serializer': 'The class that turns keys into bytes.',
  'value.serializer': 'The class that turns values into bytes.',
  'transactional.id':
    'A name that is stable over restarts and makes the producer transactional: several writes become visible together or not at all.',
  'transaction.timeout.ms':
    'How long, in ms, a transaction may stay open before the broker aborts it; at most `transaction.max.timeout.ms` of the broker.',
  'transaction.two.phase.commit.enable':
    'Whether an outer coordinator decides transactions, so that the broker never aborts them automatically.',
  'metadata.max.idle.ms': 'How long, in ms, the metadata of an unused topic is kept.',
});
