import { commands, type ExtensionContext, window } from 'vscode';
import { COMMANDS } from '../names';

/** Where the extension runs in a browser, its commands about clusters say why they cannot do anything. */
export function registerNoConnections(extension: ExtensionContext): void {
  const { addCluster, editCluster, removeCluster, connect, disconnect, connectWithFile } = COMMANDS;
  const tell = (): void => {
    const message =
      'Kafka cannot be connected to from a browser. Open the folder in VS Code on a computer or a server.';
    void window.showInformationMessage(message);
  };
  for (const command of [addCluster, editCluster, removeCluster, connect, disconnect, connectWithFile]) {
    extension.subscriptions.push(commands.registerCommand(command, tell));
  }
}
