import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ImportedText } from '../formats/format';
import { formatOf } from '../formats/registry';

/** Reads what the file at that path imports from its project. */
export function importedFrom(path: string): ImportedText {
  const imports = formatOf(path)?.imports;
  return (specifier) => {
    for (const candidate of imports?.candidates(specifier) ?? []) {
      try {
        return { name: candidate, text: readFileSync(resolve(dirname(path), candidate), 'utf8') };
      } catch {
        // The next ending may be the right one.
      }
    }
    return undefined;
  };
}
