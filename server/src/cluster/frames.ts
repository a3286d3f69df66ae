/**
 * The largest answer that is read, in bytes. That of a cluster with a million partitions has some 50 MB; text of another
 * protocol read as a length would be gigabytes.
 */
const LARGEST_ANSWER = 64 * 2 ** 20;

/** Length and correlation id, 4 bytes each. */
const HEADER = 8;
const CORRELATION = 4;

/**
 * Looks at each answer's length and correlation id as the bytes come in, before any of it is kept: kafkajs trusts both,
 * waits for gigabytes, throws at a length below zero, and takes what nobody has asked for.
 */
export class FrameWatch {
  readonly #isAsked: (correlationId: number) => boolean;
  readonly #header = Buffer.alloc(HEADER);
  #headerBytes = 0;
  /** Of the answer's bytes, those that have not come yet. */
  #left = 0;

  constructor(isAsked: (correlationId: number) => boolean) {
    this.#isAsked = isAsked;
  }

  /** False when the bytes cannot belong to an answer of Kafka's; nothing may follow then. */
  accepts(bytes: Buffer): boolean {
    let at = 0;
    while (at < bytes.length) {
      if (this.#left > 0) {
        const taken = Math.min(this.#left, bytes.length - at);
        this.#left -= taken;
        at += taken;
        continue;
      }
      const taken = bytes.copy(this.#header, this.#headerBytes, at);
      this.#headerBytes += taken;
      at += taken;
      if (!this.#acceptsHeader()) return false;
    }
    return true;
  }

  #acceptsHeader(): boolean {
    if (this.#headerBytes < CORRELATION) return true;
    const length = this.#header.readInt32BE(0);
    if (length < CORRELATION || length > LARGEST_ANSWER) return false;
    if (this.#headerBytes < HEADER) return true;
    if (!this.#isAsked(this.#header.readInt32BE(CORRELATION))) return false;
    this.#headerBytes = 0;
    this.#left = length - CORRELATION;
    return true;
  }
}
