/** What a produce request says of one record batch, as the message format of Kafka 0.11 and later has it. */
export interface RecordBatch {
  /** The lowest three bits of the attributes: 0 none, 1 GZIP, 2 Snappy, 3 LZ4, 4 ZSTD. */
  readonly codec: number;
  readonly records: number;
  readonly bytes: number;
  readonly producerId: bigint;
}

const ATTRIBUTES = 21;
const LAST_OFFSET_DELTA = 23;
const PRODUCER_ID = 43;
const COUNT = 57;

export function describeBatch(batch: Buffer): RecordBatch {
  return {
    codec: batch.readInt16BE(ATTRIBUTES) & 7,
    records: batch.readInt32BE(COUNT),
    bytes: batch.length,
    producerId: batch.readBigInt64BE(PRODUCER_ID),
  };
}

/** A partition's log: the batches as they were produced, each with its place written into it. */
export class Log {
  readonly #batches: { readonly first: bigint; readonly next: bigint; readonly bytes: Buffer }[] = [];

  get end(): bigint {
    return this.#batches.at(-1)?.next ?? 0n;
  }

  append(batch: Buffer): bigint {
    const first = this.end;
    const bytes = Buffer.from(batch);
    bytes.writeBigInt64BE(first);
    this.#batches.push({ first, next: first + BigInt(batch.readInt32BE(LAST_OFFSET_DELTA)) + 1n, bytes });
    return first;
  }

  /** The batches from the one on that has the offset. */
  from(offset: bigint): Buffer {
    return Buffer.concat(this.#batches.filter((batch) => batch.next > offset).map((batch) => batch.bytes));
  }
}
