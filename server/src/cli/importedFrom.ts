import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { candidatesFor, type ImportedText } from '../formats/javascript/relatives';

/** Reads what the file at that path imports from its project. */
export function importedFrom(path: string): ImportedText {
  return (specifier) => {
    for (const candidate of candidatesFor(specifier)) {
      try {
        return { name: candidate, text: readFileSync(resolve(dirname(path), candidate), 'utf8') };
      } catch {
        // The next ending may be the right one.
      }
    }
    return undefined;
  };
}
