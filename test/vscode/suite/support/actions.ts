import { type CodeAction, commands, type Range, type TextDocument, workspace } from 'vscode';

/** The code actions that are offered for a range, of a kind and with their edits. */
export function actionsAt(document: TextDocument, range: Range, kind = 'quickfix'): Thenable<CodeAction[]> {
  // Ten of them are resolved, as a menu would that shows a preview.
  return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind, 10);
}

/** Takes the action with that title; throws when it is not offered, naming those that are. */
export async function take(actions: readonly CodeAction[], title: string): Promise<void> {
  const action = actions.find((one) => one.title === title);
  if (!action) throw new Error(`There is no "${title}" among: ${actions.map((one) => one.title).join('; ')}.`);
  if (action.edit && !(await workspace.applyEdit(action.edit))) throw new Error(`"${title}" could not be applied.`);
  const { command } = action;
  if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}
