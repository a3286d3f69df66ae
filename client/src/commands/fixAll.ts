import { commands } from 'vscode';

/** Applies all safe fixes to the active file, as on saving. */
export async function fixAll(): Promise<void> {
  await commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.kafkaLint', apply: 'first' });
}
