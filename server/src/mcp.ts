import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { version } from '../../package.json';
import { createMcpServer } from './cli/mcp/server';

// Serves assistants over standard input and output until the input ends: from `kafka-lint mcp`, and started by the extension.
createMcpServer(process.cwd(), version)
  .connect(new StdioServerTransport())
  .catch((error: unknown) => {
    process.stderr.write(`kafka-lint mcp: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  });
