import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readSmallFile } from '../disk/readSmallFile';
import type { ImportedFile, ImportedText } from '../formats/format';
import { formatOf } from '../formats/registry';
import { isBelow } from './projectRoot';

/** No file of constants is longer; in bytes. */
const MOST_BYTES = 1024 * 1024;

/** Reads what the file at that path imports from its project, and nothing outside of the project's root. */
export function importedFrom(path: string, root: string): ImportedText {
  const imports = formatOf(path)?.imports;
  const known = new Map<string, ImportedFile | undefined>();
  return (specifier) => {
    if (!known.has(specifier)) known.set(specifier, firstOf(path, root, imports?.candidates(specifier) ?? []));
    return known.get(specifier);
  };
}

function firstOf(path: string, root: string, candidates: readonly string[]): ImportedFile | undefined {
  for (const candidate of candidates) {
    try {
      const target = realpathSync(resolve(dirname(path), candidate));
      if (!isBelow(target, realpathSync(root))) continue;
      const { bytes, whole } = readSmallFile(target, MOST_BYTES);
      return whole ? { name: candidate, text: bytes.toString('utf8') } : undefined;
    } catch {
      // The next ending may be the right one.
    }
  }
  return undefined;
}
