import * as l10n from '@vscode/l10n';
import { commands, workspace } from 'vscode';
import { showWarning } from '../shown/messages';

/** True when the workspace is trusted; else a person is told why nothing happens. */
export function isTrustedHere(): boolean {
  if (workspace.isTrusted) return true;
  void offerTrust();
  return false;
}

async function offerTrust(): Promise<void> {
  const manage = l10n.t('Manage Workspace Trust');
  const message = l10n.t('Clusters cannot be connected from an untrusted workspace.');
  if ((await showWarning(message, manage)) === manage) {
    await commands.executeCommand('workbench.trust.manage');
  }
}
