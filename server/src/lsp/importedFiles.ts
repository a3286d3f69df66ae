import type { ImportedFile, ImportedText, Imports } from '../formats/format';
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
  readonly files: ReadonlyMap<string, ImportedFile | undefined>;
  readonly imported: ImportedText;
  readonly readAt: number;
}

/** How long a text on disk is taken for unchanged, in milliseconds. */
const FRESH = 5000;

/** A file that says how a client is made is hardly ever farther away; configurations take steps too. */
const MAX_STEPS = 5;
const MAX_FILES = 60;

export function createImportedFiles(readFile: (uri: string) => Promise<string | undefined>): ImportedFiles {
  const kept = new Map<string, Kept>();
  const read = async (
    { candidates }: Imports,
    uri: string,
    top: string,
    specifier: string,
  ): Promise<ImportedFile | undefined> => {
    for (const name of candidates(specifier)) {
      // A document that is not saved yet has no folder.
      const address = URL.canParse(name, uri) ? new URL(name, uri).href : undefined;
      const text = address && isIn(address, top) && (await readFile(address).catch(() => undefined));
      if (typeof text === 'string') return { name, text };
    }
    return undefined;
  };
  /** One step after another, since only the files of a step tell what the next one needs. */
  const readAll = async (imports: Imports, uri: string, top: string, text: string): Promise<Kept['files']> => {
    const files = new Map<string, ImportedFile | undefined>();
    for (let step = 0; step < MAX_STEPS; step++) {
      const asked = imports.wanted(text, (name) => files.get(name)).filter((one) => !files.has(one));
      const wanted = asked.slice(0, Math.max(MAX_FILES - files.size, 0));
      if (wanted.length === 0) break;
      const found = await Promise.all(wanted.map(async (one) => [one, await read(imports, uri, top, one)] as const));
      for (const [name, file] of found) files.set(name, file);
    }
    return files;
  };
  return {
    known: (uri) => kept.get(uri)?.imported,
    async load(uri, text, languageId, folder) {
      const imports = formatOf(uri, languageId)?.imports;
      if (!imports || !couldBeKafka(text, uri, languageId)) return;
      const names = imports.wanted(text, () => undefined);
      const before = kept.get(uri);
      const isFresh = before !== undefined && Date.now() - before.readAt < FRESH;
      if (names.length === 0 || (isFresh && names.every((one) => before.files.has(one)))) return;
      // A file that is open by itself may look at its neighbors.
      const top = folder ?? (URL.canParse('.', uri) ? new URL('.', uri).href : uri);
      const files = await readAll(imports, uri, top, text);
      const isSame = before && hasSame(before.files, files);
      const imported: ImportedText = isSame ? before.imported : (name) => files.get(name);
      kept.set(uri, { files, imported, readAt: Date.now() });
    },
    forget: (uri) => void kept.delete(uri),
  };
}

function hasSame(before: Kept['files'], files: Kept['files']): boolean {
  if (before.size !== files.size) return false;
  return [...files].every(([name, file]) => before.has(name) && before.get(name)?.text === file?.text);
}
