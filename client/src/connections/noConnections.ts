import * as l10n from '@vscode/l10n';
import { commands, type ExtensionContext, type TreeItem, window } from 'vscode';
import { CLUSTER_VIEW, COMMANDS, LAG_VIEW, LAG_WELCOME } from '../names';
import { showInformation } from '../shown/messages';

/** Where the extension runs in a browser, its commands and views about clusters say why they cannot do anything. */
export function registerNoConnections(extension: ExtensionContext): void {
  const { disconnectThis, editThis, removeThis } = COMMANDS;
  const { addCluster, editCluster, removeCluster, connect, disconnect, connectWithFile, compareWithFile } = COMMANDS;
  const tell = (): void => {
    const message = l10n.t(
      'Kafka cannot be connected to from a browser. Open the folder in VS Code on a computer or a server.',
    );
    void showInformation(message);
  };
  for (const command of [
    addCluster,
    editCluster,
    removeCluster,
    connect,
    disconnect,
    disconnectThis,
    editThis,
    removeThis,
    connectWithFile,
    compareWithFile,
  ]) {
    extension.subscriptions.push(commands.registerCommand(command, tell));
  }
  void commands.executeCommand('setContext', LAG_WELCOME, 'browser');
  for (const view of [LAG_VIEW, CLUSTER_VIEW]) {
    const nothing = { getChildren: () => [], getTreeItem: (item: TreeItem) => item };
    extension.subscriptions.push(window.registerTreeDataProvider(view, nothing));
  }
}
