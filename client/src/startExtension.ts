import type { ExtensionContext } from 'vscode';
import { registerLintTools } from './assistant/registerTools';
import { createKnownClusters, type KnownClusters } from './checklist/knownClusters';
import { registerChecklist } from './checklist/registerChecklist';
import type { CommandContext } from './commands/context';
import { registerCommands } from './commands/register';
import { collectDocumentInfos } from './documentInfos';
import { createKnownGroups } from './findGroup/knownGroups';
import { registerHealth } from './health/registerHealth';
import { type CreateClient, createServer, startOnDemand } from './server';
import { showStatus } from './statusItem';

/** What the desktop adds to: groups and clusters, once some are connected. */
interface Started extends CommandContext {
  readonly knownClusters: KnownClusters;
}

/** What both entry points do, on the desktop and in the browser; gives what they may add to. */
export function startExtension(extension: ExtensionContext, create: CreateClient): Started {
  const server = createServer(extension, create);
  const infos = collectDocumentInfos(extension, server);
  showStatus(extension, infos);
  const knownClusters = createKnownClusters();
  const context = { extension, server, infos, knownGroups: createKnownGroups(), knownClusters };
  registerCommands(context);
  registerHealth(extension, server);
  registerChecklist(extension, server, knownClusters);
  startOnDemand(extension, server);
  extension.subscriptions.push(...registerLintTools(server, extension.extensionUri));
  return context;
}
