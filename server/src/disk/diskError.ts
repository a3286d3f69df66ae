/** What went wrong with a file, as the rest of a sentence that begins with the file's name. */
export class DiskError extends Error {}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'does not exist'],
  ['ENOTDIR', 'does not exist: a part of its path is not a folder'],
  ['EACCES', 'permission denied; check the permissions of the file and its folder'],
  ['EPERM', 'operation not permitted; check the permissions of the file and its folder'],
  ['EISDIR', 'is a folder, not a regular file'],
  ['ELOOP', 'is a symbolic link that leads back to itself'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ENXIO', 'is not a regular file'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'the disk is full; nothing was changed'],
  ['EDQUOT', 'the disk quota is used up; nothing was changed'],
  ['EBUSY', 'is in use by another program; close it and run again'],
  ['ETXTBSY', 'is in use by another program; close it and run again'],
  ['EMFILE', 'too many files are open; raise the limit with ulimit -n'],
  ['EIO', 'the disk reports an input/output error'],
]);

/** Node's errors name the system call and a path that may be a temporary one. */
export function diskError(error: unknown): DiskError {
  if (error instanceof DiskError) return error;
  const code = codeOf(error);
  const reason = REASONS.get(code ?? '') ?? (error instanceof Error ? error.message : String(error));
  return new DiskError(reason, { cause: error });
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
