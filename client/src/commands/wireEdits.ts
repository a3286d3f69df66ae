import { Range, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { WireEdit } from '../../../server/src/protocol/protocol';

/** Makes edits that the server has worked out; false when VS Code refuses them. */
export async function applyWireEdits(uri: Uri, edits: readonly WireEdit[]): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  return workspace.applyEdit(edit);
}
