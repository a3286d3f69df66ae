import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { diskError } from '../disk/diskError';
import { isIgnored, type Layer, layersAbove, layersOf, NEVER_ENTERED } from '../disk/ignoreFiles';
import { formatOf } from '../formats/registry';
import { display } from './display';

export interface Discovered {
  /** As the user would name them: relative to the current folder where they are below it. */
  readonly files: readonly string[];
  /** Those of them that the user named themselves, without a folder or a glob. */
  readonly named: ReadonlySet<string>;
  /** One sentence each: paths that do not exist, globs that match nothing, folders that cannot be read. */
  readonly problems: readonly string[];
}

/** Finds the files to lint. A file that is named itself is taken even where an ignore file covers it. */
export function discover(paths: readonly string[], cwd: string, respectIgnoreFiles: boolean): Discovered {
  const problems: string[] = [];
  const named = new Set<string>();
  const below = (folder: string) =>
    walk(folder, respectIgnoreFiles ? layersAbove(folder) : [], respectIgnoreFiles, problems);
  const files = paths.flatMap((path) => {
    const absolute = resolve(cwd, path);
    const stats = statsOf(absolute, (problem) => problems.push(`${path}: ${problem}.`));
    if (stats === 'unknown') return [];
    if (stats?.isDirectory()) return [...below(absolute)];
    if (stats) {
      named.add(display(absolute, cwd));
      return [absolute];
    }
    const matched = expandGlob(path, cwd, below);
    if (matched.length === 0) problems.push(missing(path));
    return matched;
  });
  return { files: [...new Set(files.map((file) => display(file, cwd)))], named, problems };
}

/** For shells that hand globs on unexpanded. */
function expandGlob(path: string, cwd: string, below: (folder: string) => Iterable<string>): string[] {
  const pattern = path.replaceAll('\\', '/');
  const { base, isGlob } = picomatch.scan(pattern);
  const folder = resolve(cwd, base);
  if (!isGlob || !isFolder(folder)) return [];
  const matches = picomatch(pattern, { dot: true });
  const nameOf = (file: string) => (isAbsolute(path) ? file : relative(cwd, file)).replaceAll(sep, '/');
  return [...below(folder)].filter((file) => matches(nameOf(file)));
}

/** Undefined for what is not there; `unknown` for what cannot be told, once that is said. */
function statsOf(path: string, tell: (problem: string) => void): Stats | 'unknown' | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    tell(diskError(error).message);
    return 'unknown';
  }
}

function isFolder(path: string): boolean {
  const stats = statsOf(path, () => undefined);
  return stats !== undefined && stats !== 'unknown' && stats.isDirectory();
}

function missing(path: string): string {
  return picomatch.scan(path).isGlob ? `${path}: matches no file.` : `${path}: no such file or folder.`;
}

function* walk(folder: string, above: readonly Layer[], respect: boolean, problems: string[]): Generator<string> {
  let children: Dirent[];
  try {
    children = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push(`${folder}: ${diskError(error).message}.`);
    return;
  }
  const layers = respect ? [...above, ...layersOf(folder, children)] : above;
  for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, child.name);
    if (child.isDirectory()) {
      if (!NEVER_ENTERED.has(child.name) && !isIgnored(`${path}${sep}`, layers))
        yield* walk(path, layers, respect, problems);
    } else if (child.isFile() && formatOf(path) && !isIgnored(path, layers)) {
      yield path;
    }
  }
}
