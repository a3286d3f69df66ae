import { statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

const MAX_LEVELS = 64;

/**
 * The folder that a file's project lies in: the root of the repository around it, else the current folder when the file
 * lies in it, else the file's own folder. Nothing outside of it is read for the file's sake.
 */
export function projectRoot(path: string, cwd: string): string {
  let folder = dirname(path);
  for (let level = 0; level < MAX_LEVELS; level++) {
    if (isThere(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) break;
    folder = dirname(folder);
  }
  return isBelow(path, cwd) ? cwd : dirname(path);
}

/** The folders from the file's own up to its project's root. */
export function foldersUpTo(root: string, path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === root || dirname(folder) === folder) return folders;
  }
}

export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
