import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { version } from '../../package.json';
import { createMcpServer } from './cli/mcp/server';

/** Serves assistants over standard input and output until the input ends. */
export async function serveMcp(): Promise<void> {
  await createMcpServer(process.cwd(), version).connect(new StdioServerTransport());
}
