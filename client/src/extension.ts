import './language';
import { type ExtensionContext, ExtensionMode } from 'vscode';
import { registerMcpServer } from './assistant/mcpServer';
import { registerConnections } from './connections/registerConnections';
import { createNodeClient } from './nodeClient';
import { registerCompareWithFile } from './running/compareWithFile';
import { registerClusterFacts } from './running/registerClusterFacts';
import { registerRunning } from './running/registerRunning';
import { registerSidebar, type ShownLag } from './sidebar/registerSidebar';
import { startExtension } from './startExtension';

/** Only tests in a real editor are given something to look at; other extensions get nothing. */
export function activate(context: ExtensionContext): ShownLag | undefined {
  context.subscriptions.push(registerMcpServer(context));
  const started = startExtension(context, createNodeClient);
  const connections = registerConnections(started);
  registerRunning(context, connections);
  registerCompareWithFile(context, started.server);
  registerClusterFacts(context, started.server, connections);
  const shown = registerSidebar(context, connections, started);
  return context.extensionMode === ExtensionMode.Test ? shown : undefined;
}
