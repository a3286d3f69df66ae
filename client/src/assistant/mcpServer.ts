import { type Disposable, type ExtensionContext, lm, McpStdioServerDefinition, workspace } from 'vscode';
import { MCP_PROVIDER } from '../names';

/** Offers the server of the Model Context Protocol to agents in VS Code; it is started in the first folder of the workspace. */
export function registerMcpServer(context: ExtensionContext): Disposable {
  return lm.registerMcpServerDefinitionProvider(MCP_PROVIDER, {
    provideMcpServerDefinitions() {
      const [folder] = workspace.workspaceFolders ?? [];
      if (folder?.uri.scheme !== 'file') return [];
      const script = context.asAbsolutePath('dist/mcp.js');
      // The editor's own Node, so that nobody has to install one.
      const env = { ELECTRON_RUN_AS_NODE: '1' };
      const version = String(context.extension.packageJSON.version);
      const server = new McpStdioServerDefinition('Kafka Config Lint', process.execPath, [script, 'mcp'], env, version);
      server.cwd = folder.uri;
      return [server];
    },
  });
}
