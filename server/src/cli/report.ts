import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diskError } from '../disk/diskError';
import { terminalText } from '../escape/terminal';
import type { CliOptions } from './arguments';
import type { CliHost } from './host';
import type { LintedText } from './lintFile';
import { describeReadAs, readAs } from './readAs';
import { reportCheckstyle } from './reporters/checkstyle';
import { reportCodeclimate } from './reporters/codeclimate';
import { reportGithub } from './reporters/github';
import { reportJson } from './reporters/json';
import { reportJunit } from './reporters/junit';
import { reportSarif } from './reporters/sarif';
import { statisticsOf } from './reporters/statistics';
import { reportText } from './reporters/text';

export interface Report {
  readonly results: readonly LintedText[];
  /** Files that were named and that nobody reads. */
  readonly notRead: readonly string[];
  /** How many findings a baseline knows. */
  readonly known: number;
  /** Whether something went wrong, which was told. */
  readonly trouble: boolean;
}

/** The findings in the format that was asked for; what else is worth saying goes to standard error. */
export function render({ results, notRead, known, trouble }: Report, options: CliOptions, host: CliHost): string {
  tellBeside(results, options, host);
  switch (options.format) {
    case 'json':
      return reportJson(results, notRead, host);
    case 'sarif':
      return reportSarif(results, host);
    case 'github':
      return reportGithub(results);
    case 'junit':
      return reportJunit(results);
    case 'checkstyle':
      return reportCheckstyle(results);
    case 'codeclimate':
      return reportCodeclimate(results);
    case 'text':
      // "Nothing found" would contradict the reason why nothing was read.
      if (results.length === 0 && (trouble || notRead.length > 0)) return '';
      return reportText(results, {
        color: isColored(options, host),
        filesLinted: results.length,
        known,
        cwd: host.cwd,
      });
  }
}

function isColored({ color, outputFile }: CliOptions, host: CliHost): boolean {
  return color ?? (outputFile === undefined && host.color);
}

function tellBeside(results: readonly LintedText[], { verbose, statistics }: CliOptions, host: CliHost): void {
  for (const { file, failures } of results) {
    for (const { rule, error } of failures) {
      host.err(`kafka-lint: ${terminalText(`${file}: rule ${rule} failed: ${String(error)}`)}\n`);
    }
  }
  if (verbose) for (const result of results) host.err(`kafka-lint: ${terminalText(describeReadAs(readAs(result)))}\n`);
  if (statistics) host.err(statisticsOf(results));
}

/** False when the file that was named for the report could not be written. */
export function deliver(text: string, { outputFile }: CliOptions, host: CliHost): boolean {
  if (outputFile === undefined) {
    host.out(text);
    return true;
  }
  try {
    writeFileSync(resolve(host.cwd, outputFile), text);
    return true;
  } catch (error) {
    host.err(`kafka-lint: ${terminalText(outputFile)}: ${diskError(error).message}.\n`);
    return false;
  }
}
