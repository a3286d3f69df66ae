import { commands, workspace } from 'vscode';
import { showWarning } from '../shown/messages';

/** True when the workspace is trusted; else a person is told why nothing happens. */
export function isTrustedHere(): boolean {
  if (workspace.isTrusted) return true;
  void offerTrust();
  return false;
}

async function offerTrust(): Promise<void> {
  const manage = 'Manage Workspace Trust';
  const message = 'Clusters cannot be connected from an untrusted workspace.';
  if ((await showWarning(message, manage)) === manage) {
    await commands.executeCommand('workbench.trust.manage');
  }
}
