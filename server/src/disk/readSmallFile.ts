import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { DiskError, diskError } from './diskError';

/** What is read of a file: never more than asked for, whatever the file is and however it grows. */
export interface SmallFile {
  readonly bytes: Buffer;
  /** False when the file is longer than what was read of it. */
  readonly whole: boolean;
}

/** Without a writer a named pipe would block the call for good. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a regular file up to a length in bytes; throws a `DiskError` for anything else. */
export function readSmallFile(path: string, most: number): SmallFile {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, FLAGS);
    const stats = fstatSync(descriptor);
    assertRegular(stats);
    const buffer = Buffer.allocUnsafe(bufferSize(stats, most));
    let length = 0;
    for (let count = 1; count > 0 && length < buffer.length; length += count) {
      count = readSync(descriptor, buffer, length, buffer.length - length, null);
    }
    return part(buffer, length, most);
  } catch (error) {
    throw diskError(error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Longer than any disk takes for a small file: a network drive that hangs must not hang its reader. */
const PATIENCE = 5000;

/** The text of a regular file of at most that many bytes; undefined for a missing, an overlong or any other file. */
export async function smallTextOf(path: string, most: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE).unref();
  });
  try {
    return await Promise.race([readText(path, most), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function readText(path: string, most: number): Promise<string | undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, FLAGS);
    const stats = await file.stat();
    assertRegular(stats);
    const buffer = Buffer.allocUnsafe(bufferSize(stats, most));
    let length = 0;
    for (let count = 1; count > 0 && length < buffer.length; length += count) {
      count = (await file.read(buffer, length, buffer.length - length, null)).bytesRead;
    }
    const { bytes, whole } = part(buffer, length, most);
    return whole ? bytes.toString('utf8') : undefined;
  } catch {
    // What cannot be read says nothing.
    return undefined;
  } finally {
    await file?.close();
  }
}

/** One byte more than wanted tells that there is more. Files below /proc say that they are empty. */
function bufferSize({ size }: Stats, most: number): number {
  return Math.min(Math.max(size, 64 * 1024), most) + 1;
}

function part(buffer: Buffer, length: number, most: number): SmallFile {
  return { bytes: buffer.subarray(0, Math.min(length, most)), whole: length <= most && length < buffer.length };
}

function assertRegular(stats: Stats): void {
  if (stats.isFile()) return;
  const kind = stats.isDirectory()
    ? 'a folder'
    : stats.isFIFO()
      ? 'a named pipe'
      : stats.isSocket()
        ? 'a socket'
        : 'a device';
  throw new DiskError(`is ${kind}, not a regular file`);
}
