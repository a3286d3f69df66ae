import { resolve } from 'node:path';
import { diskError } from '../disk/diskError';
import { terminalText } from '../escape/terminal';
import { SEVERITIES } from '../model/finding';
import type { CliOptions } from './arguments';
import { withoutKnown, writeBaseline } from './baseline';
import { unifiedDiff } from './diff';
import { eachFile, type Tell } from './eachFile';
import { CLEAN, exitCode, TROUBLE } from './exitCode';
import type { CliHost } from './host';
import { type FixedText, fixText, type LintedText, type Linter, lintFixed } from './lintFile';
import type { RunningCluster } from './live/describe';
import { lintTogether } from './project';
import { deliver, render } from './report';
import { plural } from './reporters/summary';
import { openRunning } from './runningLint';
import { asText, readTextFile, type TextFile, writeText } from './textFile';

interface Linted {
  readonly results: readonly LintedText[];
  readonly notRead: readonly string[];
  readonly trouble: boolean;
}

export function lintPaths(linter: Linter, host: CliHost, running: RunningCluster): number {
  const { options } = linter;
  const files = eachFile(linter, host, (file, tell) => fixPath(linter, file, tell));
  const parts = running.documents.flatMap((document) => openRunning(linter, document) ?? []);
  for (const problem of running.problems) host.err(`kafka-lint: ${terminalText(problem)}\n`);
  const linted = { ...files, results: lintTogether(linter, [...files.results, ...parts], host) };
  if (options.updateBaseline && options.baseline !== undefined) return updateBaseline(linted, options.baseline, host);
  const diffs = options.fix && options.dryRun && options.format === 'text' ? linted.results.map(diffOf).join('') : '';
  host.out(diffs);
  // A diff stands alone, so that it can be kept; what remains is told beside it, or by another run.
  const beside = options.diff ? { ...host, out: () => undefined } : diffs === '' ? host : { ...host, out: host.err };
  const code = conclude(linted, options, beside);
  if (options.fix) tellFixed(linted.results, options, host);
  return code;
}

function fixPath(linter: Linter, file: string, tell: Tell): FixedText | undefined {
  const path = resolve(linter.cwd, file);
  const source = readTextFile(path);
  const result = fixText(linter, file, source.text);
  if (!result || result.document.text === source.text || linter.options.dryRun) return result;
  try {
    writeText(path, source, result.document.text);
    return result;
  } catch (error) {
    tell(diskError(error).message);
    // The findings of the file as it still is.
    return fixText({ ...linter, options: { ...linter.options, fix: false } }, file, source.text);
  }
}

/** With --fix the fixed text goes to standard output, so that an editor can pipe a buffer through. */
export function lintStdin(linter: Linter, name: string, host: CliHost): number {
  const { options } = linter;
  let source: TextFile;
  try {
    source = asText(host.readStdin());
  } catch (error) {
    host.err(`kafka-lint: ${diskError(error).message}.\n`);
    return TROUBLE;
  }
  const fixed = fixText(linter, name, source.text);
  const result = fixed && lintFixed(fixed);
  const linted = { results: result ? [result] : [], notRead: [], trouble: false };
  if (!options.fix) return conclude(linted, options, host);
  if (options.dryRun) host.out(result ? diffOf(result) : '');
  else host.out(Buffer.from(result?.text ?? source.text, source.encoding));
  return conclude(linted, options, { ...host, out: host.err });
}

function diffOf({ file, text, secrets, original }: LintedText): string {
  if (text === original.text) return '';
  return unifiedDiff(file, { text: original.text, secrets: original.secrets() }, { text, secrets: secrets() });
}

/** Prints what is to be shown, and judges what counts. */
function conclude({ results, notRead, trouble }: Linted, options: CliOptions, host: CliHost): number {
  const { baseline, failOn, minSeverity, maxWarnings } = options;
  const compared =
    baseline === undefined ? { results, known: 0 } : withoutKnown(results, resolve(host.cwd, baseline), host.cwd);
  const warnings = severitiesOf(compared.results).filter((severity) => severity === 'warning').length;
  const least = SEVERITIES.indexOf(minSeverity);
  const shown = compared.results.map((result) => ({
    ...result,
    findings: result.findings.filter(({ severity }) => SEVERITIES.indexOf(severity) <= least),
  }));
  const isDelivered = deliver(
    render({ results: shown, notRead, known: compared.known, trouble }, options, host),
    options,
    host,
  );
  const code = exitCode(severitiesOf(shown), failOn, trouble || !isDelivered);
  if (code !== CLEAN || maxWarnings === undefined || warnings <= maxWarnings) return code;
  host.err(`kafka-lint: ${plural(warnings, 'warning')}, and --max-warnings accepts ${maxWarnings}.\n`);
  return 1;
}

function updateBaseline({ results, trouble }: Linted, baseline: string, host: CliHost): number {
  const count = writeBaseline(results, resolve(host.cwd, baseline), host.cwd);
  host.err(`Wrote ${plural(count, 'finding')} into ${baseline}.\n`);
  return trouble ? TROUBLE : CLEAN;
}

function tellFixed(results: readonly LintedText[], { dryRun }: CliOptions, host: CliHost): void {
  const changed = results.filter((result) => result.fixed > 0);
  const count = changed.reduce((sum, result) => sum + result.fixed, 0);
  const verb = dryRun ? 'Would apply' : 'Applied';
  host.err(`${verb} ${count === 1 ? '1 fix' : `${count} fixes`} in ${plural(changed.length, 'file')}.\n`);
}

function severitiesOf(results: readonly LintedText[]) {
  return results.flatMap(({ findings }) => findings.map(({ severity }) => severity));
}
