import { type ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME } from './names';

/** One thread beside the main one and one heap for C; what is freed goes back to the system early. */
const FRUGAL = {
  execArgv: ['--v8-pool-size=1'],
  env: { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '65536' },
};

/** The server in a process of its own, with VS Code's Node. */
export function createNodeClient(context: ExtensionContext, options: LanguageClientOptions): BaseLanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run: NodeModule = { module, transport: TransportKind.ipc, options: FRUGAL };
  const debug: NodeModule = { ...run, options: { ...FRUGAL, execArgv: ['--nolazy', '--inspect=6009'] } };
  return new LanguageClient(CLIENT_ID, CLIENT_NAME, { run, debug }, options);
}
