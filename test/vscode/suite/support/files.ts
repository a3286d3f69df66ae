import { type TextDocument, type TextEditor, Uri, window, workspace } from 'vscode';

/** A file of the workspace, by its path there. */
export function uriOf(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return Uri.joinPath(folder.uri, path);
}

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<TextEditor> {
  return window.showTextDocument(uriOf(path), { preview: false });
}

/** Writes a file into the workspace and opens it in an editor. */
export async function openWith(path: string, text: string): Promise<TextEditor> {
  await workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
  return open(path);
}

/** Replaces what stands in the first place where `old` does. */
export async function replace(editor: TextEditor, old: string, text: string): Promise<void> {
  const done = await editor.edit((edit) => edit.replace(rangeOf(editor.document, old), text));
  if (!done) throw new Error(`The editor refused to replace ${old}.`);
}

/** Where a text first stands in a document. */
export function rangeOf(document: TextDocument, text: string) {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`${text} does not stand in ${document.uri.toString()}.`);
  return document.validateRange(rangeBetween(document, start, start + text.length));
}

function rangeBetween(document: TextDocument, start: number, end: number) {
  const position = document.positionAt(start);
  return document.lineAt(position.line).range.with(position, document.positionAt(end));
}
