import { terminalText } from '../escape/terminal';
import { ConfigFileError } from './configFile';
import { discover } from './discover';
import type { Linter } from './lintFile';
import type { CliHost } from './run';
import { TooLarge } from './textFile';

/** Says what went wrong with the file that is being worked on. */
export type Tell = (trouble: string) => void;

/** Does the work for every file; what goes wrong with one is told and does not stop the others. */
export function eachFile<T>(
  { options, cwd }: Linter,
  host: CliHost,
  work: (file: string, tell: Tell) => T | undefined,
): { results: T[]; trouble: boolean } {
  const { files, named, problems } = discover(options.paths, cwd, options.ignoreFiles);
  const troubles = new Set(problems);
  const results: T[] = [];
  for (const file of files) {
    const tell: Tell = (trouble) => void troubles.add(`${file}: ${trouble}.`);
    try {
      const result = work(file, tell);
      if (result !== undefined) results.push(result);
    } catch (error) {
      if (error instanceof ConfigFileError) for (const problem of error.message.split('\n')) troubles.add(problem);
      else if (!(error instanceof TooLarge && !named.has(file)))
        tell(error instanceof Error ? error.message : String(error));
    }
  }
  for (const trouble of troubles) host.err(`kafka-lint: ${terminalText(trouble)}\n`);
  return { results, trouble: troubles.size > 0 };
}
