import { terminalText } from '../escape/terminal';
import { discover } from './discover';
import type { CliHost } from './host';
import type { Linter } from './lintFile';

/** Does the work for every file; what goes wrong with one is told and does not stop the others. */
export function eachFile<T>(
  { options, cwd }: Linter,
  host: CliHost,
  work: (file: string) => T | undefined,
): { results: T[]; trouble: boolean } {
  const { files, problems } = discover(options.paths, cwd, options.ignoreFiles);
  const troubles = [...problems];
  const results: T[] = [];
  for (const file of files) {
    try {
      const result = work(file);
      if (result !== undefined) results.push(result);
    } catch (error) {
      troubles.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const trouble of troubles) host.err(`kafka-lint: ${terminalText(trouble)}\n`);
  return { results, trouble: troubles.length > 0 };
}
