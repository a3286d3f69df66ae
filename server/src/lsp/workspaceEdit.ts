import type { SnippetTextEdit, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
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
  const changes = toTextEdits(source, edits);
  if (!client.versionedEdits) return { changes: { [source.uri]: changes } };
  return { documentChanges: [{ textDocument: { uri: source.uri, version }, edits: changes }] };
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
