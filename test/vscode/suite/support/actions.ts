import { type CodeAction, commands, type Range, type TextDocument, workspace } from 'vscode';

/** How long VS Code may take to settle after its start, in milliseconds. */
const LIMIT_MS = 10_000;

/**
 * The code actions that are offered for a range, of a kind and with their edits. VS Code drops its question when any
 * extension registers a provider meanwhile, as several do while it starts, and answers with an empty list or that it was
 * cancelled: then it is asked again, as its own light bulb does.
 */
export async function actionsAt(document: TextDocument, range: Range, kind = 'quickfix'): Promise<CodeAction[]> {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    // Ten of them are resolved, as a menu would that shows a preview.
    const actions = await ask(document, range, kind).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'Canceled') return [];
      throw error;
    });
    if (actions.length > 0 || Date.now() > end) return actions;
  }
}

/** Ten of them are resolved, as a menu would that shows a preview. */
async function ask(document: TextDocument, range: Range, kind: string): Promise<CodeAction[]> {
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
