import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands/register';
import { collectDocumentInfos } from './documentInfos';
import { type CreateClient, createServer, startOnDemand } from './server';
import { showStatus } from './statusItem';

/** What both entry points do, on the desktop and in the browser. */
export function startExtension(context: ExtensionContext, create: CreateClient): void {
  const server = createServer(context, create);
  const infos = collectDocumentInfos(context, server);
  showStatus(context, infos);
  registerCommands({ extension: context, server, infos });
  startOnDemand(context, server);
}
