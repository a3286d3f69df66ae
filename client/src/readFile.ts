import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { filePatterns } from '../../server/src/protocol/files';
import {
  LIST_FILES,
  type ListFilesParams,
  type ListFilesResult,
  READ_FILE,
  READ_FOLDER,
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
} from '../../server/src/protocol/protocol';

/** Of a file that says something about others; larger ones are data. */
const MOST_BYTES = 1024 * 1024;

/** More files than a server in a worker reads. */
const MOST_FILES = 20_000;

/** Reads files of the workspace for a server that cannot, since it runs in a worker or the files are not on disk. */
export function answerReadFile(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    const file = Uri.parse(uri);
    if (!workspace.getWorkspaceFolder(file)) return null;
    try {
      const { type, size } = await workspace.fs.stat(file);
      if ((type & FileType.File) === 0 || size > MOST_BYTES) return null;
      return new TextDecoder().decode(await workspace.fs.readFile(file));
    } catch {
      // A file that is missing says nothing.
      return null;
    }
  });
  client.onRequest(LIST_FILES, async ({ folder }: ListFilesParams, token): Promise<ListFilesResult> => {
    const root = Uri.parse(folder);
    if (!workspace.getWorkspaceFolder(root)) return [];
    const pattern = new RelativePattern(root, `{${filePatterns().join(',')}}`);
    const found = await workspace.findFiles(pattern, '**/node_modules/**', MOST_FILES, token);
    return found.map(String).sort();
  });
  client.onRequest(READ_FOLDER, async ({ uri }: ReadFolderParams): Promise<ReadFolderResult> => {
    const folder = Uri.parse(uri);
    if (!workspace.getWorkspaceFolder(folder)) return null;
    try {
      const children = await workspace.fs.readDirectory(folder);
      return children.filter(([, type]) => type === FileType.File).map(([name]) => name);
    } catch {
      return null;
    }
  });
}
