import { fromFile } from '../code/relativeNames';
import type { ImportedText } from '../format';
import { aliased, configurationNames, mayBeAlias } from './aliases';
import { specifiersIn } from './relatives';

/** Words that are in every file that makes a client or hands one on. */
const TELLING = /kafka|producer|consumer|broker/i;

/** No project needs more of them to say how its clients are made. */
const MAX_FILES = 60;

/** The files under a name that a file of the project uses, the likeliest first; none for packages. */
export function filesNamed(from: string, specifier: string, known: ImportedText): readonly string[] {
  const relative = fromFile(from, specifier);
  return relative === undefined ? aliased(specifier, known) : [relative];
}

/**
 * What a text asks for, as far as the files that are known tell: the files that it imports, what those import in their turn,
 * and the configurations that say what stands behind names such as `@app/kafka`. A file that has nothing to do with Kafka
 * is not looked into for more.
 */
export function wantedBy(text: string, known: ImportedText): readonly string[] {
  const wanted = new Set<string>();
  const read: { readonly name: string; readonly text: string }[] = [{ name: '', text }];
  // Grows while it is gone through.
  for (const file of read) {
    const specifiers = specifiersIn(file.text);
    if (specifiers.some(mayBeAlias)) for (const name of configurationNames(known)) wanted.add(name);
    for (const specifier of specifiers) {
      for (const name of filesNamed(file.name, specifier, known)) {
        if (wanted.has(name) || wanted.size >= MAX_FILES) continue;
        wanted.add(name);
        const found = known(name);
        if (found && TELLING.test(found.text)) read.push(found);
      }
    }
  }
  return [...wanted];
}
