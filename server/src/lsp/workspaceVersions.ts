import type { FoundVersions } from '../model/version';
import { versionFilesAmong } from '../versions/detect';
import { orElse, type VersionFile, versionsOfFolder } from '../versions/nearest';
import { childUri, foldersAround, lastPart, pathOf } from '../workspace/uris';

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
  /** True when a change of that file may change what is known. */
  concerns(uri: string): boolean;
  clear(): void;
}

/** Folders above that many levels are not looked into, nor more files than that in a session without a change. */
const MAX_LEVELS = 10;
const MAX_FILES = 200;

export function createWorkspaceVersions(reader: FolderReader): WorkspaceVersions {
  const folders = new Map<string, Promise<FoundVersions>>();
  const found = new Map<string, FoundVersions | undefined>();
  let files = 0;
  const read = async (folder: string): Promise<FoundVersions> => {
    const names = versionFilesAmong((await reader.readFolder(folder)) ?? []).slice(0, MAX_FILES - files);
    files += names.length;
    const texts = await Promise.all(
      names.map(async (name) => ({ name, text: await reader.readFile(childUri(folder, name)) })),
    );
    return versionsOfFolder(texts.filter((file): file is VersionFile => file.text !== undefined));
  };
  const versionsOf = (folder: string): Promise<FoundVersions> => {
    // A client that cannot read folders answers with an error; then nothing is known, as before.
    const known = folders.get(folder) ?? read(folder).catch((): FoundVersions => ({}));
    folders.set(folder, known);
    return known;
  };
  return {
    known: (uri) => found.get(foldersAround(uri, undefined)[0] ?? ''),
    async load(uri, top) {
      const around = foldersAround(uri, top).slice(0, MAX_LEVELS);
      const [own = ''] = around;
      if (found.has(own)) return;
      let all: FoundVersions = {};
      for (const folder of around) {
        if (all.servers && all.clients) break;
        all = orElse(all, await versionsOf(folder));
      }
      found.set(own, Object.keys(all).length > 0 ? all : undefined);
    },
    concerns: (uri) =>
      folders.has(foldersAround(uri, undefined)[0] ?? '') && versionFilesAmong([lastPart(pathOf(uri))]).length > 0,
    clear() {
      folders.clear();
      found.clear();
      files = 0;
    },
  };
}
