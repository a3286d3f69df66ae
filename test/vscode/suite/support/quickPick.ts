import { commands } from 'vscode';

/** How long the list may take to show and its choice to take effect, in milliseconds. */
const LIMIT_MS = 20_000;

/** How often the choice is tried, in milliseconds: nothing tells an extension that a list of VS Code is on the screen. */
const TRY_MS = 100;

/** Takes what is active in the list that shows, or will show, until that has happened which it should bring about. */
export function acceptUntil(done: () => boolean, what: string): Promise<void> {
  return pressUntil(done, what, ['workbench.action.acceptSelectedQuickOpenItem']);
}

/** The same of the second in the list. */
export function nextThenAcceptUntil(done: () => boolean, what: string): Promise<void> {
  return pressUntil(done, what, [
    'workbench.action.quickOpenSelectNext',
    'workbench.action.acceptSelectedQuickOpenItem',
  ]);
}

async function pressUntil(done: () => boolean, what: string, keys: readonly string[]): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  while (!done()) {
    if (Date.now() > end) throw new Error(`${what} did not come about.`);
    for (const key of keys) await commands.executeCommand(key);
    await new Promise((resolve) => setTimeout(resolve, TRY_MS));
  }
}
