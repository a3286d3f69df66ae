import { Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { READ_FILE, type ReadFileParams, type ReadFileResult } from '../../server/src/protocol/protocol';

/** Reads files of the workspace for a server that cannot, since it runs in a worker or the files are not on disk. */
export function answerReadFile(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    const file = Uri.parse(uri);
    if (!workspace.getWorkspaceFolder(file)) return null;
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(file));
    } catch {
      // A file that is missing says nothing.
      return null;
    }
  });
}
