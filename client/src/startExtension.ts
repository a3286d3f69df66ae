import type { ExtensionContext } from 'vscode';
import { registerLintTools } from './assistant/registerTools';
import type { CommandContext } from './commands/context';
import { registerCommands } from './commands/register';
import { collectDocumentInfos } from './documentInfos';
import { createKnownGroups } from './findGroup/knownGroups';
import { registerHealth } from './health/registerHealth';
import { type CreateClient, createServer, startOnDemand } from './server';
import { showStatus } from './statusItem';

/** What both entry points do, on the desktop and in the browser; gives what they may add to. */
export function startExtension(extension: ExtensionContext, create: CreateClient): CommandContext {
  const server = createServer(extension, create);
  const infos = collectDocumentInfos(extension, server);
  showStatus(extension, infos);
  const context: CommandContext = { extension, server, infos, knownGroups: createKnownGroups() };
  registerCommands(context);
  registerHealth(extension, server);
  startOnDemand(extension, server);
  extension.subscriptions.push(...registerLintTools(server, extension.extensionUri));
  return context;
}
