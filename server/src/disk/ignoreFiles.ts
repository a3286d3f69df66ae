import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readSmallFile } from './readSmallFile';

const IGNORE_FILES = ['.gitignore', '.kafkalintignore'];
/** Of an ignore file, in bytes. */
const MOST_IGNORED = 1024 * 1024;
export const NEVER_ENTERED: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** What the ignore files of one folder say. */
export interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The ignore files between the root of the repository that holds the folder, if any, and the folder itself. */
export function layersAbove(folder: string): Layer[] {
  const parents: string[] = [];
  for (let at = folder; ; at = join(at, '..')) {
    if (at !== folder) parents.unshift(at);
    if (isThere(join(at, '.git'))) break;
    if (join(at, '..') === at) return [];
  }
  return parents.flatMap((parent) => layersOf(parent, childrenOf(parent)));
}

export function layersOf(folder: string, children: readonly Dirent[]): Layer[] {
  const present = IGNORE_FILES.filter((name) => children.some((child) => child.name === name && child.isFile()));
  if (present.length === 0) return [];
  const rules = ignore();
  for (const name of present) rules.add(ignoreText(join(folder, name)));
  return [{ folder, rules }];
}

/** The deepest ignore file that says anything about the path decides, as in git. */
export function isIgnored(path: string, layers: readonly Layer[]): boolean {
  for (const { folder, rules } of layers.toReversed()) {
    const verdict = rules.test(path.slice(folder.length + 1).replaceAll(sep, '/'));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** A folder between a repository's root and the linted one may be closed to readers. */
function childrenOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function ignoreText(path: string): string {
  try {
    return readSmallFile(path, MOST_IGNORED).bytes.toString('utf8');
  } catch {
    return '';
  }
}
