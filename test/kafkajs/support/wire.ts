/** Reads the primitive types of Kafka's protocol, in the order in which they stand. */
export class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  #take(length: number): Buffer {
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    if (part.length < length)
      throw new RangeError(`${length} bytes are wanted at ${this.#at} and ${part.length} left.`);
    this.#at += length;
    return part;
  }

  int8 = (): number => this.#take(1).readInt8();
  int16 = (): number => this.#take(2).readInt16BE();
  int32 = (): number => this.#take(4).readInt32BE();
  int64 = (): bigint => this.#take(8).readBigInt64BE();

  string(): string | null {
    const length = this.int16();
    return length < 0 ? null : this.#take(length).toString('utf8');
  }

  bytes(): Buffer {
    return Buffer.from(this.#take(Math.max(0, this.int32())));
  }

  /** An array that is null has no elements. */
  array<T>(read: () => T): T[] {
    return Array.from({ length: Math.max(0, this.int32()) }, read);
  }
}

type Part = Buffer;

export const int8 = (value: number): Part => Buffer.from([value & 0xff]);

export function int16(value: number): Part {
  const part = Buffer.alloc(2);
  part.writeInt16BE(value);
  return part;
}

export function int32(value: number): Part {
  const part = Buffer.alloc(4);
  part.writeInt32BE(value);
  return part;
}

export function int64(value: bigint): Part {
  const part = Buffer.alloc(8);
  part.writeBigInt64BE(value);
  return part;
}

export function string(value: string | null): Part {
  if (value === null) return int16(-1);
  const text = Buffer.from(value, 'utf8');
  return Buffer.concat([int16(text.length), text]);
}

export const bytes = (value: Buffer): Part => Buffer.concat([int32(value.length), value]);

export function array<T>(values: readonly T[], write: (value: T) => Part): Part {
  return Buffer.concat([int32(values.length), ...values.map(write)]);
}

export const struct = (...parts: readonly Part[]): Part => Buffer.concat(parts);
