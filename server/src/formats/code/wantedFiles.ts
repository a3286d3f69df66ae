import type { ImportedText } from '../format';

/** No project needs more of them to say how its clients are made. */
const MAX_FILES = 60;

/** How a language names the files of its project. */
interface Naming {
  /** The names under which a text uses others. */
  specifiers(text: string): readonly string[];
  named(from: string, specifier: string, known: ImportedText, text: string): readonly string[];
  /** False for texts that are not looked into for more. */
  tells(text: string): boolean;
}

/** What a text asks for, as far as the files that are known tell: the files that it uses, and those that they use. */
export function wantedFiles({ specifiers, named, tells }: Naming): (text: string, known: ImportedText) => string[] {
  return (text, known) => {
    const wanted = new Set<string>();
    const read: { readonly name: string; readonly text: string }[] = [{ name: '', text }];
    // Grows while it is gone through.
    for (const file of read) {
      for (const name of specifiers(file.text).flatMap((one) => named(file.name, one, known, file.text))) {
        if (wanted.has(name) || wanted.size >= MAX_FILES) continue;
        wanted.add(name);
        const found = known(name);
        if (found && tells(found.text)) read.push(found);
      }
    }
    return [...wanted];
  };
}
