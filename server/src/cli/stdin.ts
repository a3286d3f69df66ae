import { readSync } from 'node:fs';
import { codeOf, DiskError } from '../disk/diskError';
import { MOST_BYTES } from './textFile';

const CHUNK = 64 * 1024;
/** How long to wait for a terminal or a pipe that has nothing yet, in milliseconds. */
const PAUSE = 20;

/** All of standard input; more than any format reads is refused, since it may have no end. */
export function readStdin(): Buffer {
  const chunks: Buffer[] = [];
  for (let length = 0; length <= MOST_BYTES; ) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const count = readChunk(chunk);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    length += count;
  }
  throw new DiskError(`standard input has more than ${MOST_BYTES >> 20} MiB`);
}

function readChunk(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk, 0, chunk.length, null);
    } catch (error) {
      if (codeOf(error) === 'EOF') return 0;
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
