import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { version } from '../../package.json';
import { readArguments } from './cli/arguments';
import type { ClusterAddress } from './cli/lagArguments';
import { createMcpServer } from './cli/mcp/server';

// Serves assistants over standard input and output until the input ends: from `kafka-lint mcp`, and started by the extension.
const command = readArguments(process.argv.slice(2));
if (command.kind !== 'mcp') throw new Error('This serves assistants: kafka-lint mcp.');
serve(command.cluster).catch((error: unknown) => {
  process.stderr.write(`kafka-lint mcp: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});

async function serve(cluster: ClusterAddress | undefined): Promise<void> {
  const looks = cluster && (await import('./live')).looksAt(cluster, process.cwd());
  // Connections to brokers would keep the process alive.
  process.stdin.once('close', () => looks?.close());
  await createMcpServer(process.cwd(), version, looks).connect(new StdioServerTransport());
}
