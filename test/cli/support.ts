import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readArguments } from '../../server/src/cli/arguments';
import { type FileCommand, run } from '../../server/src/cli/run';

/** Has one warning or more: a batch size of 0. */
export const NO_BATCHING = 'bootstrap.servers=kafka-1:9092\nacks=all\nbatch.size=0\n';
export const GOOD = 'bootstrap.servers=kafka-1:9092\nacks=all\nlinger.ms=20\ncompression.type=lz4\n';
export const DUPLICATE = 'bootstrap.servers=kafka-1:9092\nacks=all\nlinger.ms=10\nlinger.ms=20\n';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A finding in the command's JSON. */
export interface ToldFinding {
  readonly rule: string;
  readonly file: string;
  readonly role?: string;
  readonly version?: string;
  readonly versionSource?: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

/** The command at work in a folder of its own. */
export interface Cli {
  /** The path of a file in the folder. */
  at(name: string): string;
  write(files: Readonly<Record<string, string | Buffer>>): void;
  read(name: string): Buffer;
  run(args: readonly string[], stdin?: string): Run;
  /** The same with bytes in and out. */
  runBytes(args: readonly string[], stdin: Buffer): { readonly code: number; readonly bytes: Buffer };
  json(args: readonly string[]): readonly ToldFinding[];
}

/** Makes a folder before each test of the suite that this is called in, and takes it away afterwards. */
export function useCli(): Cli {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const at = (name: string) => join(folder, name);
  const runIn = (args: readonly string[], stdin = '') => {
    const { code, out, err } = runCli(folder, args, Buffer.from(stdin));
    return { code, out, err };
  };
  return {
    at,
    write: (files) => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(at(name)), { recursive: true });
        writeFileSync(at(name), content);
      }
    },
    read: (name) => readFileSync(at(name)),
    run: runIn,
    runBytes: (args, stdin) => runCli(folder, args, stdin),
    json: (args) => JSON.parse(runIn(['--format', 'json', ...args]).out).findings,
  };
}

/** What is tried here touches no cluster. */
export function fileCommand(args: readonly string[]): FileCommand {
  const command = readArguments(args);
  if (command.kind === 'lag' || command.kind === 'mcp') throw new Error('Nobody is there to serve.');
  return command;
}

function runCli(cwd: string, args: readonly string[], stdin: Buffer): Run & { readonly bytes: Buffer } {
  const out: Buffer[] = [];
  let err = '';
  const code = run(fileCommand(args), {
    cwd,
    version: '1.2.3',
    color: false,
    out: (text) => void out.push(Buffer.from(text)),
    err: (text) => {
      err += Buffer.from(text);
    },
    readStdin: () => stdin,
  });
  const bytes = Buffer.concat(out);
  return { code, out: bytes.toString(), err, bytes };
}
