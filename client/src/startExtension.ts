import type { ExtensionContext } from 'vscode';
import { type CreateClient, createServer, startOnDemand } from './server';

/** What both entry points do, on the desktop and in the browser. */
export async function startExtension(context: ExtensionContext, create: CreateClient): Promise<void> {
  const server = createServer(context, create);
  startOnDemand(context, server);
}
