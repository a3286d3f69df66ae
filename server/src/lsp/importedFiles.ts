import type { ImportedText, Imports } from '../formats/format';
import { formatOf } from '../formats/registry';
import { couldBeKafka } from '../protocol/files';
import { isIn } from '../workspace/uris';

/** Keeps the texts of the files that open documents refer to, so that constants of theirs are known. */
export interface ImportedFiles {
  /** The same function until a text has changed. */
  known(uri: string): ImportedText | undefined;
  /** Reads what is not known yet, or has not been looked at for some seconds, and nothing outside of the workspace folder. */
  load(uri: string, text: string, languageId: string, folder: string | undefined): Promise<void>;
  forget(uri: string): void;
}

interface Kept {
  readonly texts: ReadonlyMap<string, string>;
  readonly imported: ImportedText;
  readonly readAt: number;
}

/** How long a text on disk is taken for unchanged, in milliseconds. */
const FRESH = 5000;

export function createImportedFiles(readFile: (uri: string) => Promise<string | undefined>): ImportedFiles {
  const kept = new Map<string, Kept>();
  const read = async (
    { candidates }: Imports,
    uri: string,
    top: string,
    specifier: string,
  ): Promise<string | undefined> => {
    for (const candidate of candidates(specifier)) {
      // A document that is not saved yet has no folder.
      const address = URL.canParse(candidate, uri) ? new URL(candidate, uri).href : undefined;
      const text = address && isIn(address, top) && (await readFile(address).catch(() => undefined));
      if (typeof text === 'string') return text;
    }
    return undefined;
  };
  return {
    known: (uri) => kept.get(uri)?.imported,
    async load(uri, text, languageId, folder) {
      const imports = formatOf(uri, languageId)?.imports;
      if (!imports || !couldBeKafka(text, uri, languageId)) return;
      const specifiers = imports.of(text);
      const before = kept.get(uri);
      const isFresh = before !== undefined && Date.now() - before.readAt < FRESH;
      if (specifiers.length === 0 || (isFresh && specifiers.every((one) => before.texts.has(one)))) return;
      // A file that is open by itself may look at its neighbors.
      const top = folder ?? (URL.canParse('.', uri) ? new URL('.', uri).href : uri);
      const entries = await Promise.all(
        specifiers.map(async (one) => [one, (await read(imports, uri, top, one)) ?? ''] as const),
      );
      const texts = new Map(entries);
      const isSame = before && specifiers.every((one) => before.texts.get(one) === texts.get(one));
      const imported: ImportedText = isSame ? before.imported : (specifier) => texts.get(specifier) || undefined;
      kept.set(uri, { texts, imported, readAt: Date.now() });
    },
    forget: (uri) => void kept.delete(uri),
  };
}
