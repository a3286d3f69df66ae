import { Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DIRECTIVE_EDIT,
  type DirectiveEditParams,
  type DirectiveEditResult,
} from '../../../server/src/protocol/protocol';

/** Lets the file's own `kafka-lint` comment say the role or the version. */
export async function writeDirective(
  client: BaseLanguageClient,
  document: TextDocument,
  wish: Omit<DirectiveEditParams, 'uri'>,
): Promise<void> {
  const params: DirectiveEditParams = { uri: document.uri.toString(), ...wish };
  const answer = await client.sendRequest<DirectiveEditResult | null>(DIRECTIVE_EDIT, params);
  if (!answer) {
    void window.showWarningMessage('Kafka Lint cannot write a comment into a file of this kind.');
    return;
  }
  if (answer.version !== document.version) return;
  const edit = new WorkspaceEdit();
  for (const { range, newText } of answer.edits) {
    const { start, end } = range;
    edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  await workspace.applyEdit(edit);
}
