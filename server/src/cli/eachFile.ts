import { resolve } from 'node:path';
import { terminalText } from '../escape/terminal';
import { formatOf } from '../formats/registry';
import { changedSince } from './changedSince';
import { ConfigFileError } from './configFile';
import { discover } from './discover';
import type { CliHost } from './host';
import type { Linter } from './lintFile';
import { TooLarge } from './textFile';

/** Says what went wrong with the file that is being worked on. */
export type Tell = (trouble: string) => void;

interface Worked<T> {
  readonly results: readonly T[];
  /** Files that were named and that nobody reads. */
  readonly notRead: readonly string[];
  readonly trouble: boolean;
}

/** Does the work for every file; what goes wrong with one is told and does not stop the others. */
export function eachFile<T>(
  linter: Linter,
  host: CliHost,
  work: (file: string, tell: Tell) => T | undefined,
): Worked<T> {
  const { files, named, problems } = wantedFiles(linter);
  const troubles = new Set(problems);
  const notRead: string[] = [];
  const results: T[] = [];
  for (const file of files) {
    const tell: Tell = (trouble) => void troubles.add(`${file}: ${trouble}.`);
    try {
      const result = work(file, tell);
      if (result !== undefined) results.push(result);
      else if (named.has(file)) notRead.push(file);
    } catch (error) {
      if (error instanceof ConfigFileError) for (const problem of error.message.split('\n')) troubles.add(problem);
      else if (!(error instanceof TooLarge && !named.has(file)))
        tell(error instanceof Error ? error.message : String(error));
    }
  }
  for (const trouble of troubles) host.err(`kafka-lint: ${terminalText(trouble)}\n`);
  for (const file of notRead) host.err(`kafka-lint: ${terminalText(`${file}: ${whyNotRead(file, linter)}`)}\n`);
  return { results, notRead, trouble: troubles.size > 0 };
}

function wantedFiles({ options, cwd }: Linter): ReturnType<typeof discover> {
  const found = discover(options.paths, cwd, options.ignoreFiles);
  if (options.since === undefined) return found;
  const changed = changedSince(options.since, cwd);
  return { ...found, files: found.files.filter((file) => changed.has(resolve(cwd, file))) };
}

/** Silence about a file that somebody named would pass for a clean result. */
function whyNotRead(file: string, { configFor, cwd, options }: Linter): string {
  if (!formatOf(file)) return 'not linted: kafka-lint does not read files of this kind.';
  const { path } = configFor(resolve(cwd, file));
  const settings = path === undefined ? '' : `, or ${path} leaves it out`;
  const hint = options.role === undefined ? '; --role says what a file configures' : '';
  return `not linted: nothing in it shows a Kafka configuration${settings}${hint}.`;
}
