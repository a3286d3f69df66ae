import type { Connection } from 'vscode-languageserver';
import {
  type InitializationOptions,
  LIST_FILES,
  type ListFilesResult,
  READ_FILE,
  READ_FOLDER,
  type ReadFileResult,
  type ReadFolderResult,
} from '../protocol/protocol';
import type { FolderReader } from './workspaceVersions';

/** Reads files where the server has a file system, and else asks the client. */
/** Reads and lists files of the workspace. */
export interface WorkspaceReader extends FolderReader {
  /** The URIs of the files below a folder; none where nobody can list them. */
  listFiles(folder: string): AsyncIterable<string>;
}

export function fileReader(
  connection: Connection,
  options: InitializationOptions,
  own: Partial<WorkspaceReader>,
): WorkspaceReader {
  const asks = (uri: string, reads: boolean) => options.readFile && !(reads && uri.startsWith('file:'));
  return {
    async readFile(uri) {
      if (!asks(uri, own.readFile !== undefined)) return own.readFile?.(uri);
      const answer: ReadFileResult = await connection.sendRequest(READ_FILE, { uri });
      return answer ?? undefined;
    },
    async readFolder(uri) {
      if (!asks(uri, own.readFolder !== undefined)) return own.readFolder?.(uri);
      const answer: ReadFolderResult = await connection.sendRequest(READ_FOLDER, { uri });
      return answer ?? undefined;
    },
    async *listFiles(folder) {
      if (own.listFiles && folder.startsWith('file:')) yield* own.listFiles(folder);
      else if (options.readFile) {
        const answer: ListFilesResult = await connection.sendRequest(LIST_FILES, { folder });
        yield* answer;
      }
    },
  };
}
