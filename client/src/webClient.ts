import { type ExtensionContext, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME } from './names';

/** The server in a web worker, where there is no Node. */
export function createWebClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');
  return new LanguageClient(
    CLIENT_ID,
    CLIENT_NAME,
    async () => {
      // VS Code's web host has a Worker of its own, which the client library would not recognise as one.
      const worker = new Worker(script.toString(true));
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    },
    options,
  );
}
