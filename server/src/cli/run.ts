import { resolve } from 'node:path';
import { diskError } from '../disk/diskError';
import { jsonText } from '../escape/json';
import { terminalText } from '../escape/terminal';
import type { Severity } from '../model/finding';
import { RULES } from '../rules/index.generated';
import { type CliOptions, readArguments } from './arguments';
import { ConfigFileError, createConfigs } from './configFile';
import { eachFile, type Tell } from './eachFile';
import { CLEAN, exitCode, TROUBLE } from './exitCode';
import { explain } from './explain';
import { HELP } from './help';
import { type LintedText, type Linter, lintText, openText } from './lintFile';
import { applyPreset, knownPresets, type PresetResult, presetAsJson, reportPreset } from './preset';
import { reportGithub } from './reporters/github';
import { reportJson } from './reporters/json';
import { reportSarif } from './reporters/sarif';
import { plural } from './reporters/summary';
import { reportText } from './reporters/text';
import { asText, readTextFile, writeText } from './textFile';
import { runUpgrade } from './upgrade';
import { createVersionsAround } from './versionsAround';

/** What the CLI uses of its process. */
export interface CliHost {
  readonly cwd: string;
  readonly version: string;
  readonly color: boolean;
  out(text: string): void;
  err(text: string): void;
  readStdin(): Buffer;
}

/** Runs the command line; gives the exit code. */
export function run(argv: readonly string[], host: CliHost): number {
  const command = readArguments(argv);
  switch (command.kind) {
    case 'help':
      host.out(HELP);
      return CLEAN;
    case 'version':
      host.out(`${host.version}\n`);
      return CLEAN;
    case 'list-rules':
      host.out(RULES.map((rule) => `${rule.id}\t${rule.severity}\t${rule.summary}\n`).join(''));
      return CLEAN;
    case 'explain':
      return explain(command.rule, host) ? CLEAN : TROUBLE;
    case 'usage-error':
      host.err(`kafka-lint: ${command.message}\nTry kafka-lint --help.\n`);
      return TROUBLE;
    case 'lint':
      return withLinter(command.options, host, (linter) => runLint(linter, host));
    case 'upgrade':
      return withLinter(command.options, host, (linter) => runUpgrade(linter, command, host));
  }
}

function runLint(linter: Linter, host: CliHost): number {
  const { preset, stdinFilename } = linter.options;
  if (preset !== undefined) return runPreset(linter, preset, host);
  return stdinFilename === undefined ? lintPaths(linter, host) : lintStdin(linter, stdinFilename, host);
}

function withLinter(options: CliOptions, { cwd, err }: CliHost, work: (linter: Linter) => number): number {
  try {
    const configFor = createConfigs(options.config, cwd);
    return work({ options, configFor, cwd, versionsAround: createVersionsAround(cwd) });
  } catch (error) {
    if (!(error instanceof ConfigFileError)) throw error;
    err(`kafka-lint: ${error.message}\n`);
    return TROUBLE;
  }
}

function lintPaths(linter: Linter, host: CliHost): number {
  const { options } = linter;
  const { results, trouble } = eachFile(linter, host, (file, tell) => lintPath(linter, file, tell));
  host.out(report(results, options, host));
  reportFixed(results, options, host);
  return exitCode(severitiesOf(results), options.failOn, trouble);
}

function lintPath(linter: Linter, file: string, tell: Tell): LintedText | undefined {
  const path = resolve(linter.cwd, file);
  const source = readTextFile(path);
  const result = lintText(linter, file, source.text);
  if (!result || result.text === source.text || linter.options.dryRun) return result;
  try {
    writeText(path, source, result.text);
    return result;
  } catch (error) {
    tell(diskError(error).message);
    // The findings of the file as it still is.
    return lintText({ ...linter, options: { ...linter.options, fix: false } }, file, source.text);
  }
}

function runPreset(linter: Linter, preset: string, host: CliHost): number {
  const { options, configFor, cwd } = linter;
  const known = new Set(knownPresets({}));
  const { results, trouble } = eachFile(linter, host, (file): PresetResult | undefined => {
    const path = resolve(cwd, file);
    const source = readTextFile(path);
    const own = configFor(path).settings.presets;
    for (const name of knownPresets(own)) known.add(name);
    const document = openText(linter, file, source.text)?.document;
    const result = document && applyPreset(document, file, options, own);
    if (result && result.text !== source.text && !options.dryRun) {
      writeText(path, source, result.text);
    }
    return result;
  });
  if (!known.has(preset)) {
    host.err(`kafka-lint: there is no preset ${terminalText(preset)}; there are ${[...known].join(', ')}.\n`);
    return TROUBLE;
  }
  if (options.format === 'json') host.out(jsonText(results.flatMap(presetAsJson)));
  else host.out(results.map((result) => reportPreset(result, preset)).join(''));
  if (results.length === 0) host.err(`kafka-lint: no file here can take the preset ${preset}.\n`);
  return trouble ? TROUBLE : CLEAN;
}

/** With --fix the mended text goes to standard output, so that an editor can pipe a buffer through. */
function lintStdin(linter: Linter, name: string, host: CliHost): number {
  const { text } = asText(host.readStdin());
  const result = lintText(linter, name, text);
  const results = result ? [result] : [];
  const printed = report(results, linter.options, host);
  if (linter.options.fix) {
    host.out(result?.text ?? text);
    host.err(printed);
  } else {
    host.out(printed);
  }
  return exitCode(severitiesOf(results), linter.options.failOn, false);
}

function report(results: readonly LintedText[], { format }: CliOptions, host: CliHost): string {
  for (const { file, failures } of results) {
    for (const { rule, error } of failures)
      host.err(`kafka-lint: ${terminalText(`${file}: rule ${rule} failed: ${String(error)}`)}\n`);
  }
  switch (format) {
    case 'json':
      return reportJson(results);
    case 'sarif':
      return reportSarif(results, host.version);
    case 'github':
      return reportGithub(results);
    case 'text':
      return reportText(results, { color: host.color, filesLinted: results.length });
  }
}

function reportFixed(results: readonly LintedText[], { fix, dryRun }: CliOptions, host: CliHost): void {
  if (!fix) return;
  const changed = results.filter((result) => result.fixed > 0);
  const count = changed.reduce((sum, result) => sum + result.fixed, 0);
  const verb = dryRun ? 'Would apply' : 'Applied';
  host.err(`${verb} ${count === 1 ? '1 fix' : `${count} fixes`} in ${plural(changed.length, 'file')}.\n`);
}

function severitiesOf(results: readonly LintedText[]): Severity[] {
  return results.flatMap(({ findings }) => findings.map(({ severity }) => severity));
}
