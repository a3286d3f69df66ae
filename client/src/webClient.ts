import { type ExtensionContext, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME } from './names';

/** The server in a web worker, where there is no Node. */
export function createWebClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');
  // Each start needs a worker of its own, since the client ends it when it stops.
  return new LanguageClient(CLIENT_ID, CLIENT_NAME, async () => new Worker(script.toString(true)), options);
}
