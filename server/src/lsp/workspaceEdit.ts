import type { SnippetTextEdit, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { escapeSnippet } from '../features/completion/snippet';
import type { TextEdit } from '../model/edit';
import type { Analysis } from '../workspace/analysis';
import type { ClientSupport } from './clientSupport';
import { toRange, toTextEdits } from './convert';

/** The edits of this version of the document, which a client that knows versions refuses for another one. */
export function toWorkspaceEdit(
  client: ClientSupport,
  { source, version }: Analysis,
  edits: readonly TextEdit[],
): WorkspaceEdit {
  return toEditOfAll(client, [{ source, version, edits }]);
}

/** What is to be changed in a document; without a version where no client has it open. */
export interface DocumentEdits {
  readonly source: TextDocument;
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** One edit of several documents, which a client makes as a whole or not at all. */
export function toEditOfAll(client: ClientSupport, documents: readonly DocumentEdits[]): WorkspaceEdit {
  const changes = documents.map(({ source, version, edits }) => ({
    textDocument: { uri: source.uri, version },
    edits: toTextEdits(source, edits),
  }));
  if (client.versionedEdits) return { documentChanges: changes };
  return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
}

/** As `toWorkspaceEdit`, with the last `selected` in the new text left for the author to write over where that is possible. */
export function toWorkspaceSnippet(
  client: ClientSupport,
  analysis: Analysis,
  edit: TextEdit,
  selected: string,
): WorkspaceEdit {
  if (!client.snippetEdits) return toWorkspaceEdit(client, analysis, [edit]);
  const { source, version } = analysis;
  const at = edit.newText.lastIndexOf(selected);
  const [before, after] = [edit.newText.slice(0, at), edit.newText.slice(at + selected.length)];
  const value = `${escapeSnippet(before)}\${0:${escapeSnippet(selected)}}${escapeSnippet(after)}`;
  const snippet: SnippetTextEdit = { range: toRange(source, edit.span), snippet: { kind: 'snippet', value } };
  const change: TextDocumentEdit = { textDocument: { uri: source.uri, version }, edits: [snippet] };
  return { documentChanges: [change] };
}
