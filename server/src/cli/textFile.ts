import { DiskError } from '../disk/diskError';
import { readSmallFile } from '../disk/readSmallFile';
import { replaceFile } from '../disk/replaceFile';
import { MAX_DOCUMENT_LENGTH } from '../formats/format';

export interface TextFile {
  readonly text: string;
  /** As they are on disk. */
  readonly bytes: Buffer;
  readonly encoding: 'utf8' | 'latin1';
}

/** No character takes more bytes for each UTF-16 unit of it. */
export const MOST_BYTES = 3 * (MAX_DOCUMENT_LENGTH + 1);

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads UTF-8, and what is not UTF-8 as ISO-8859-1, which is how java.util.Properties reads a stream. Either way
 * writing the text back gives the same bytes.
 */
export function readTextFile(path: string): TextFile {
  const { bytes, whole } = readSmallFile(path, MOST_BYTES);
  if (!whole) throw new TooLarge(`is not read: it is larger than ${MOST_BYTES >> 20} MiB`);
  return asText(bytes);
}

/** More than any format reads: data, not configuration. */
export class TooLarge extends DiskError {}

export function asText(bytes: Buffer): TextFile {
  try {
    return { text: UTF8.decode(bytes), bytes, encoding: 'utf8' };
  } catch {
    return { text: bytes.toString('latin1'), bytes, encoding: 'latin1' };
  }
}

/** Writes a text into the file that was read; throws a `DiskError` when it was left as it is. */
export function writeText(path: string, { bytes, encoding }: TextFile, text: string): void {
  replaceFile(path, bytes, Buffer.from(text, encoding));
}
