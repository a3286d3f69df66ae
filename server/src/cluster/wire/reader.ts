/** An answer has fewer elements than this, in all of its lists, even of a million partitions. */
const MOST_ELEMENTS = 2_000_000;

/** Reads Kafka's wire types, front to back. Every method throws a RangeError past the end of the answer. */
export class WireReader {
  #at = 0;
  #elements = 0;

  constructor(readonly bytes: Buffer) {}

  get remaining(): number {
    return this.bytes.length - this.#at;
  }

  int8(): number {
    return this.bytes.readInt8(this.#advance(1));
  }

  int16(): number {
    return this.bytes.readInt16BE(this.#advance(2));
  }

  int32(): number {
    return this.bytes.readInt32BE(this.#advance(4));
  }

  int64(): bigint {
    return this.bytes.readBigInt64BE(this.#advance(8));
  }

  boolean(): boolean {
    return this.int8() !== 0;
  }

  /** An unsigned number of 7 bits a byte, least significant first. */
  unsignedVarint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes.readUInt8(this.#advance(1));
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('A length in the answer has more than 5 bytes.');
  }

  nullableString(flexible = false): string | undefined {
    const length = flexible ? this.unsignedVarint() - 1 : this.int16();
    if (length < 0) return undefined;
    const from = this.#advance(length);
    return this.bytes.toString('utf8', from, from + length);
  }

  string(flexible = false): string {
    return this.nullableString(flexible) ?? '';
  }

  skipString(flexible = false): void {
    const length = flexible ? this.unsignedVarint() - 1 : this.int16();
    if (length > 0) this.#advance(length);
  }

  /** Null reads as no bytes, which Kafka treats alike wherever we ask. */
  byteArray(flexible = false): Buffer {
    const length = Math.max(0, flexible ? this.unsignedVarint() - 1 : this.int32());
    const from = this.#advance(length);
    return this.bytes.subarray(from, from + length);
  }

  skip(length: number): void {
    this.#advance(length);
  }

  array<T>(read: () => T, flexible = false): T[] {
    return this.arrayUpTo(Number.POSITIVE_INFINITY, read, flexible).items;
  }

  /** Keeps the first `most` of the elements, and tells how many there are. */
  arrayUpTo<T>(most: number, read: () => T, flexible = false): { readonly items: T[]; readonly length: number } {
    const length = Math.max(0, flexible ? this.unsignedVarint() - 1 : this.int32());
    // An element takes one byte at least: a larger count is no Kafka answer and must not reserve memory.
    if (length > this.remaining) throw new RangeError(`The answer claims ${length} elements in too few bytes.`);
    this.#elements += length;
    if (this.#elements > MOST_ELEMENTS) throw new RangeError('The answer has more elements than any of Kafka’s.');
    const items: T[] = [];
    for (let index = 0; index < length; index++) {
      const item = read();
      if (index < most) items.push(item);
    }
    return { items, length };
  }

  /** Numbers are small, so that their bytes bound them. */
  int32s(flexible = false): number[] {
    const length = Math.max(0, flexible ? this.unsignedVarint() - 1 : this.int32());
    const from = this.#advance(length * 4);
    return Array.from({ length }, (_, index) => this.bytes.readInt32BE(from + index * 4));
  }

  /** Calls `read` with the tag's number for every tagged field; what it leaves of a field is skipped. */
  tags(read?: (tag: number) => void): void {
    for (let left = this.unsignedVarint(); left > 0; left--) {
      const tag = this.unsignedVarint();
      const size = this.unsignedVarint();
      const end = this.#at + size;
      if (size > this.remaining) throw new RangeError('A tagged field is longer than the answer.');
      read?.(tag);
      this.#at = end;
    }
  }

  #advance(length: number): number {
    if (length > this.remaining) throw new RangeError('The answer is shorter than its own lengths say.');
    const from = this.#at;
    this.#at += length;
    return from;
  }
}
