import type {
  CancellationToken,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { ServerContext } from './context';
import { DocumentDiagnosticReportKind } from './values';
import type { LintedFile } from './workspaceLint';

/** Answers with what has changed in files that nobody has open, once something has. */
export function answerWorkspace({ connection, workspace }: ServerContext): void {
  const waiting = new Set<() => void>();
  workspace.onChange(() => {
    for (const wake of waiting) wake();
    waiting.clear();
  });
  const change = (token: CancellationToken): Promise<void> =>
    new Promise((resolve) => {
      waiting.add(resolve);
      token.onCancellationRequested(() => {
        waiting.delete(resolve);
        resolve();
      });
    });
  connection.languages.diagnostics.onWorkspace(
    async ({ previousResultIds }: WorkspaceDiagnosticParams, token): Promise<WorkspaceDiagnosticReport> => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      let items = changedItems(workspace.files(), known);
      // A client asks again as soon as it is answered.
      while (items.length === 0 && !token.isCancellationRequested) {
        await change(token);
        items = changedItems(workspace.files(), known);
      }
      return { items };
    },
  );
}

function changedItems(
  files: readonly LintedFile[],
  known: ReadonlyMap<string, string>,
): WorkspaceDocumentDiagnosticReport[] {
  const changed = files.filter(
    ({ uri, id, diagnostics }) => known.get(uri) !== id && (known.has(uri) || diagnostics.length > 0),
  );
  const uris = new Set(files.map(({ uri }) => uri));
  // Ids of documents that are open have another form, and are none of ours.
  const gone = [...known].filter(([uri, id]) => !uris.has(uri) && id.startsWith('w') && id !== GONE);
  return [
    ...changed.map(
      ({ uri, id, diagnostics }): WorkspaceDocumentDiagnosticReport => ({
        kind: DocumentDiagnosticReportKind.Full,
        uri,
        version: null,
        resultId: id,
        items: [...diagnostics],
      }),
    ),
    ...gone.map(
      ([uri]): WorkspaceDocumentDiagnosticReport => ({
        kind: DocumentDiagnosticReportKind.Full,
        uri,
        version: null,
        resultId: GONE,
        items: [],
      }),
    ),
  ];
}

const GONE = 'w0';

/** Sends the same to a client that does not ask. */
export function pushWorkspace({ connection, documents, workspace, log }: ServerContext): void {
  const sent = new Map<string, string>();
  const send = async (): Promise<void> => {
    const files = workspace.files();
    for (const { uri, id, diagnostics } of files) {
      if (sent.get(uri) === id || (diagnostics.length === 0 && !sent.has(uri))) continue;
      sent.set(uri, id);
      await connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
    }
    const uris = new Set(files.map(({ uri }) => uri));
    for (const uri of [...sent.keys()].filter((one) => !uris.has(one))) {
      sent.delete(uri);
      if (!documents.get(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  };
  workspace.onChange(() => void send().catch((error: unknown) => log.error('Sending problems failed', error)));
}
