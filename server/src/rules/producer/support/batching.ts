import type { Explicit, Reader } from '../../../catalogue/reader';

/** Below this no more than a few records of common size fit into a batch. */
const TINY_BATCH = 1024;

/** The written batch size, where it leaves every record, or nearly every one, alone in its batch. */
export function disabledBatching(reader: Reader): Explicit<number> | undefined {
  const size = reader.setNumber('batch.size');
  if (!size) return undefined;
  const off = size.value <= 1;
  return off || (size.value < TINY_BATCH && reader.number('linger.ms') === 0) ? size : undefined;
}
