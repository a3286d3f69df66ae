import {
  candidatesFor,
  fromFile,
  type ImportedFile,
  type ImportedText,
  relativeImports,
} from '../formats/javascript/relatives';
import { couldBeKafka } from '../protocol/couldBeKafka';
import { CODE_LANGUAGE_IDS } from '../protocol/selector';

/** Keeps the texts of the files that open code imports, so that constants of theirs are known. */
export interface ImportedFiles {
  /** The same function until a text has changed. */
  known(uri: string): ImportedText | undefined;
  /** Reads what is not known yet, or has not been looked at for some seconds. */
  load(uri: string, text: string, languageId: string): Promise<void>;
  forget(uri: string): void;
}

interface Kept {
  readonly files: ReadonlyMap<string, ImportedFile | undefined>;
  readonly imported: ImportedText;
  readonly readAt: number;
}

/** How long a text on disk is taken for unchanged, in milliseconds. */
const FRESH = 5000;

/** A file that says how a client is made is hardly ever farther away. */
const MAX_STEPS = 3;
const MAX_FILES = 40;
/** Words that are in every file that makes a client or hands one on. */
const TELLING = /kafka|producer|consumer|broker/i;

export function createImportedFiles(readFile: (uri: string) => Promise<string | undefined>): ImportedFiles {
  const kept = new Map<string, Kept>();
  const read = async (uri: string, specifier: string): Promise<ImportedFile | undefined> => {
    for (const name of candidatesFor(specifier)) {
      // A document that is not saved yet has no folder.
      const address = URL.canParse(name, uri) ? new URL(name, uri).href : undefined;
      const text = address && (await readFile(address).catch(() => undefined));
      if (text !== undefined) return { name, text };
    }
    return undefined;
  };
  /** The files of one step after another; what has nothing to do with Kafka is not looked into for more. */
  const readAll = async (uri: string, specifiers: readonly string[]): Promise<Kept['files']> => {
    const files = new Map<string, ImportedFile | undefined>();
    let wanted = specifiers;
    for (let step = 0; step < MAX_STEPS && wanted.length > 0; step++) {
      const found = await Promise.all(wanted.map(async (one) => [one, await read(uri, one)] as const));
      for (const [specifier, file] of found) files.set(specifier, file);
      wanted = furtherOf(found.flatMap(([, file]) => (file && TELLING.test(file.text) ? [file] : [])));
      wanted = wanted.filter((one) => !files.has(one)).slice(0, MAX_FILES - files.size);
    }
    return files;
  };
  return {
    known: (uri) => kept.get(uri)?.imported,
    async load(uri, text, languageId) {
      if (!CODE_LANGUAGE_IDS.includes(languageId) || !couldBeKafka(text, languageId)) return;
      const specifiers = relativeImports(text).map((one) => fromFile('', one) ?? one);
      const before = kept.get(uri);
      const isFresh = before !== undefined && Date.now() - before.readAt < FRESH;
      if (specifiers.length === 0 || (isFresh && specifiers.every((one) => before.files.has(one)))) return;
      const files = await readAll(uri, specifiers);
      const isSame = before && hasSame(before.files, files);
      const imported: ImportedText = isSame ? before.imported : (specifier) => files.get(specifier);
      kept.set(uri, { files, imported, readAt: Date.now() });
    },
    forget: (uri) => void kept.delete(uri),
  };
}

/** What files import, as the first file would call it. */
function furtherOf(files: readonly ImportedFile[]): readonly string[] {
  const names = files.flatMap(({ name, text }) => relativeImports(text).flatMap((one) => fromFile(name, one) ?? []));
  return [...new Set(names)];
}

function hasSame(before: Kept['files'], files: Kept['files']): boolean {
  if (before.size !== files.size) return false;
  return [...files].every(([name, file]) => before.has(name) && before.get(name)?.text === file?.text);
}
