import type { Connection } from 'vscode-languageserver';
import {
  type InitializationOptions,
  READ_FILE,
  READ_FOLDER,
  type ReadFileResult,
  type ReadFolderResult,
} from '../protocol/protocol';
import type { FolderReader } from './workspaceVersions';

/** Reads files where the server has a file system, and else asks the client. */
export function fileReader(
  connection: Connection,
  options: InitializationOptions,
  own: Partial<FolderReader>,
): FolderReader {
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
  };
}
