import type { FoundVersions } from '../model/version';
import { versionFilesAmong } from '../versions/detect';
import { orElse, type VersionFile, versionsOfFolder } from '../versions/nearest';
import { childUri, foldersAround, isIn, lastPart, pathOf } from '../workspace/uris';

/** Reads the workspace; both give undefined for what is not there. */
export interface FolderReader {
  readFile(uri: string): Promise<string | undefined>;
  readFolder(uri: string): Promise<readonly string[] | undefined>;
}

/** Remembers which Kafka versions the files around documents show. */
export interface WorkspaceVersions {
  /** Undefined until `load` has looked around the document, or when it has found nothing. */
  known(uri: string): FoundVersions | undefined;
  load(uri: string, top: string | undefined): Promise<void>;
  /** The folders that have been looked into and in which one of these files may show something else now. */
  concerned(uris: readonly string[]): readonly string[];
  /** Looks into the folder again, also for who asks meanwhile; true when it shows something else. */
  reread(folder: string): Promise<boolean>;
  clear(): void;
}

/** Folders above that many levels are not looked into, nor more files than that in a session without a change. */
const MAX_LEVELS = 10;
const MAX_FILES = 200;

interface Folder {
  readonly versions: Promise<FoundVersions>;
  /** How many files were read for it. */
  files: number;
}

export function createWorkspaceVersions(reader: FolderReader): WorkspaceVersions {
  const folders = new Map<string, Folder>();
  const found = new Map<string, FoundVersions | undefined>();
  /** Counts what makes older answers stale. */
  let round = 0;
  const read = async (folder: string): Promise<FoundVersions> => {
    const taken = [...folders.values()].reduce((sum, { files }) => sum + files, 0);
    const names = versionFilesAmong((await reader.readFolder(folder)) ?? []).slice(0, Math.max(MAX_FILES - taken, 0));
    const entry = folders.get(folder);
    if (entry) entry.files = names.length;
    const texts = await Promise.all(
      names.map(async (name) => ({ name, text: await reader.readFile(childUri(folder, name)) })),
    );
    return versionsOfFolder(texts.filter((file): file is VersionFile => file.text !== undefined));
  };
  const look = (folder: string): Folder => {
    // A client that cannot read folders answers with an error; then nothing is known, as before.
    const versions = read(folder).catch((): FoundVersions => ({}));
    const entry = { versions, files: 0 };
    folders.set(folder, entry);
    return entry;
  };
  const versions: WorkspaceVersions = {
    known: (uri) => found.get(ownFolder(uri)),
    async load(uri, top) {
      const begun = round;
      const around = foldersAround(uri, top).slice(0, MAX_LEVELS);
      const [own = ''] = around;
      if (found.has(own)) return;
      let all: FoundVersions = {};
      for (const folder of around) {
        if (all.servers && all.clients) break;
        all = orElse(all, await (folders.get(folder) ?? look(folder)).versions);
      }
      if (begun !== round) return versions.load(uri, top);
      found.set(own, Object.keys(all).length > 0 ? all : undefined);
    },
    concerned: (uris) => {
      const shown = uris.filter((uri) => versionFilesAmong([lastPart(pathOf(uri))]).length > 0);
      return [...new Set(shown.map(ownFolder))].filter((folder) => folders.has(folder));
    },
    async reread(folder) {
      round++;
      const before = folders.get(folder);
      const after = look(folder);
      for (const own of found.keys()) if (own === folder || isIn(own, folder)) found.delete(own);
      return JSON.stringify(await before?.versions) !== JSON.stringify(await after.versions);
    },
    clear() {
      round++;
      folders.clear();
      found.clear();
    },
  };
  return versions;
}

function ownFolder(uri: string): string {
  return foldersAround(uri, undefined)[0] ?? '';
}
