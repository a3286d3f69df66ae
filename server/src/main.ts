import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { filesBelow } from './disk/listFiles';
import { smallTextOf } from './disk/readSmallFile';
import { allowMemory } from './frugal';
import { serve } from './lsp/server';
import { wholeMessages } from './wholeMessages';

const USAGE = `Usage: kafka-config-language-server --stdio

A language server for Kafka's configuration files. It speaks the Language Server Protocol and is started by an
editor; to check files from the command line, use kafka-lint.

  --stdio     speak over standard input and output
  --node-ipc  speak over Node's channel to the parent process
  --help      print this
`;

const TRANSPORTS: ReadonlySet<string> = new Set(['--stdio', '--node-ipc']);

/** Of a file that says something about others: settings, constants, versions. */
const MOST_BYTES = 1024 * 1024;

main(process.argv.slice(2));

function main(argv: readonly string[]): void {
  if (argv.includes('--help')) {
    process.stdout.write(USAGE);
    return;
  }
  if (!argv.some((argument) => TRANSPORTS.has(argument))) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  // The pages lie beside dist/ in the package.
  const docs = join(__dirname, '..', 'docs', 'rules');
  const docsBase = existsSync(docs) ? `${pathToFileURL(docs).href}/` : undefined;
  const overStdio = argv.includes('--stdio');
  serve(overStdio ? createConnection(process.stdin, wholeMessages(process.stdout)) : createConnection(), {
    readFile: readTextFile,
    readFolder: readFileNames,
    listFiles,
    onLargeDocument: allowMemory,
    ...(docsBase && { docsBase }),
  });
}

async function* listFiles(folder: string): AsyncGenerator<string> {
  if (!folder.startsWith('file:')) return;
  for await (const path of filesBelow(fileURLToPath(folder))) yield pathToFileURL(path).href;
}

async function readFileNames(uri: string): Promise<string[] | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const children = await readdir(fileURLToPath(uri), { withFileTypes: true });
    return children.filter((child) => child.isFile()).map(({ name }) => name);
  } catch {
    return undefined;
  }
}

async function readTextFile(uri: string): Promise<string | undefined> {
  return uri.startsWith('file:') ? smallTextOf(fileURLToPath(uri), MOST_BYTES) : undefined;
}
