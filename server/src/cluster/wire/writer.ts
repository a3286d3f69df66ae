/** Writes Kafka's wire types; a request of ours is small, so that its parts are simply joined. */
export class WireWriter {
  readonly #parts: Buffer[] = [];

  get bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }

  int8(value: number): this {
    return this.#sized(1, (buffer) => buffer.writeInt8(value));
  }

  int16(value: number): this {
    return this.#sized(2, (buffer) => buffer.writeInt16BE(value));
  }

  int32(value: number): this {
    return this.#sized(4, (buffer) => buffer.writeInt32BE(value));
  }

  int64(value: bigint): this {
    return this.#sized(8, (buffer) => buffer.writeBigInt64BE(value));
  }

  boolean(value: boolean): this {
    return this.int8(value ? 1 : 0);
  }

  unsignedVarint(value: number): this {
    const bytes: number[] = [];
    for (let rest = value; ; rest = Math.floor(rest / 128)) {
      if (rest < 0x80) return this.#push(Buffer.from([...bytes, rest]));
      bytes.push((rest % 128) + 0x80);
    }
  }

  string(value: string, flexible = false): this {
    const bytes = Buffer.from(value, 'utf8');
    if (flexible) this.unsignedVarint(bytes.length + 1);
    else this.int16(bytes.length);
    return this.#push(bytes);
  }

  array<T>(items: readonly T[], write: (item: T) => void, flexible = false): this {
    if (flexible) this.unsignedVarint(items.length + 1);
    else this.int32(items.length);
    for (const item of items) write(item);
    return this;
  }

  nullArray(flexible = false): this {
    return flexible ? this.unsignedVarint(0) : this.int32(-1);
  }

  noTags(): this {
    return this.unsignedVarint(0);
  }

  #sized(size: number, write: (buffer: Buffer) => void): this {
    const buffer = Buffer.allocUnsafe(size);
    write(buffer);
    return this.#push(buffer);
  }

  #push(bytes: Buffer): this {
    this.#parts.push(bytes);
    return this;
  }
}
