import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, DiskError, diskError } from './diskError';
import { readSmallFile } from './readSmallFile';

/**
 * Gives a file new bytes and leaves all else as it is: its owner and mode, what links to it, and what somebody wrote
 * into it since `before` was read. Throws a `DiskError` when the file was not changed.
 */
export function replaceFile(path: string, before: Buffer, after: Buffer): void {
  try {
    const target = realpathSync(path);
    const stats = lstatSync(target);
    // The superuser may write where nobody is meant to.
    if ((stats.mode & 0o222) === 0) throw new DiskError('is read-only; make it writable (chmod u+w) to have it fixed');
    // A file that replaced this one would leave the other names of this one behind.
    if (stats.nlink > 1 || !replaceByRename(target, stats, before, after)) overwrite(target, before, after);
  } catch (error) {
    throw diskError(error);
  }
}

/** A full disk or a kill then never leaves half a configuration. False where the folder does not allow it. */
function replaceByRename(target: string, stats: Stats, before: Buffer, after: Buffer): boolean {
  // Nobody can guess the name and put a link there; `wx` would not follow it either.
  const temporary = join(dirname(target), `.kafka-lint-${randomUUID()}.tmp`);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(temporary, 'wx', 0o600);
    if (!takeAfter(descriptor, stats)) return false;
    writeAll(descriptor, after);
    fsyncSync(descriptor);
    assertUnchanged(target, before);
    renameSync(temporary, target);
    return true;
  } catch (error) {
    // A folder that takes no new file, or a single file that is mounted by itself.
    if (['EACCES', 'EPERM', 'EBUSY', 'EXDEV', 'EROFS'].includes(codeOf(error) ?? '')) return false;
    throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
    rmSync(temporary, { force: true });
  }
}

/** Only the superuser can give a file away. */
function takeAfter(descriptor: number, { uid, gid, mode }: Stats): boolean {
  try {
    if (process.platform !== 'win32') fchownSync(descriptor, uid, gid);
    fchmodSync(descriptor, mode & 0o7777);
    return true;
  } catch {
    return false;
  }
}

function overwrite(target: string, before: Buffer, after: Buffer): void {
  const descriptor = openSync(target, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    assertUnchanged(target, before);
    try {
      writeAll(descriptor, after);
    } catch (error) {
      writeAll(descriptor, before);
      throw error;
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, at);
  ftruncateSync(descriptor, bytes.length);
}

function assertUnchanged(target: string, before: Buffer): void {
  const now = readSmallFile(target, before.length);
  if (now.whole && now.bytes.equals(before)) return;
  throw new DiskError('was changed by another program meanwhile; run again to fix what it is now');
}
