// Lints a folder of real configurations and prints the findings by rule, for a person to read and to judge: is each of
// them right? See --help.
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import picomatch from 'picomatch';
import { type CliOptions, readArguments } from '../server/src/cli/arguments';
import { discover } from '../server/src/cli/discover';
import { fixText, type LintedText, type Linter, lintFixed } from '../server/src/cli/lintFile';
import { lintTogether } from '../server/src/cli/project';
import { readTextFile } from '../server/src/cli/textFile';
import { createVersionsAround } from '../server/src/cli/versionsAround';
import { placesIn } from '../server/src/features/places';
import { DEFAULT_SETTINGS } from '../server/src/settings/settings';

const HELP = `Usage: npm run precision -- [options] <folder>...

Lints every file below the folders, without their ignore files and settings, and prints the findings by rule.

  --rule GLOB        only these rules: producer/linger-zero, producer/* (may be repeated)
  --role ROLE        only in files of this role (may be repeated)
  --file GLOB        only in files whose path fits (may be repeated)
  --severity NAME    only findings of this severity (may be repeated)
  --target VERSION   lint as if every file were for this Kafka version
  --files            list each file with what it was taken for, instead of findings
  --counts           print the numbers only
  --json             print findings as JSON
`;

interface Row {
  readonly rule: string;
  readonly severity: string;
  readonly role: string;
  readonly target: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly message: string;
  readonly fixes: readonly string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: 'string', multiple: true },
    role: { type: 'string', multiple: true },
    file: { type: 'string', multiple: true },
    severity: { type: 'string', multiple: true },
    target: { type: 'string' },
    files: { type: 'boolean' },
    counts: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (values.help || positionals.length === 0) {
  console.log(HELP);
} else {
  const linter = linterFor(values.target);
  const { files, problems } = discover(positionals, linter.cwd, false);
  for (const problem of problems) console.error(problem);
  if (values.files) console.log(files.map((file) => describeFile(linter, file)).join('\n'));
  else
    print(
      linted(linter, files)
        .flatMap((result) => rowsOf(linter, result))
        .filter(isWanted),
      files.length,
    );
}

/** The engine as the command line runs it, with nothing but defaults. */
function linterFor(target: string | undefined): Linter {
  const command = readArguments(target ? ['--target', target] : []);
  if (command.kind !== 'lint') throw new Error(`--target ${target}: no Kafka version.`);
  const options: CliOptions = command.options;
  const cwd = process.cwd();
  const config = { settings: DEFAULT_SETTINGS, folder: cwd };
  return { options, configFor: () => config, cwd, versionsAround: createVersionsAround(cwd) };
}

/** The files as one project, as they are on disk. */
function linted(linter: Linter, files: readonly string[]): LintedText[] {
  const opened = files.flatMap((file) => fixText(linter, file, readTextFile(resolve(linter.cwd, file)).text) ?? []);
  return lintTogether(linter, opened, { err: (text) => console.error(text) });
}

function describeFile(linter: Linter, file: string): string {
  const opened = fixText(linter, file, readTextFile(resolve(linter.cwd, file)).text);
  const [scope] = opened?.document.scopes ?? [];
  if (!opened || !scope) return `-\t\t\t\t\t${file}`;
  const { role, target, completeness, environment } = scope;
  const count = lintFixed(opened).findings.length;
  return [role, `${target.version} (${target.source})`, completeness, environment, count, file].join('\t');
}

function rowsOf(linter: Linter, { file, text, document, findings }: LintedText): Row[] {
  const [scope] = document.scopes;
  const placeOf = placesIn(text);
  const lines = text.split(/\r\n|\r|\n/);
  return findings.map(({ rule, severity, message, span, fixes }) => {
    const { line } = placeOf(span);
    return {
      rule,
      severity,
      role: scope?.role ?? '',
      target: scope?.target.version ?? '',
      file: relative(linter.cwd, resolve(linter.cwd, file)),
      line,
      text: lines[line - 1] ?? '',
      message,
      fixes: fixes.map((fix) => `${fix.safe ? 'fix' : 'unsafe fix'}: ${fix.title}`),
    };
  });
}

function isWanted({ rule, role, file, severity }: Row): boolean {
  const fits = (globs: string[] | undefined, text: string, options = {}) =>
    !globs || picomatch.isMatch(text, globs, options);
  return (
    fits(values.rule, rule) &&
    fits(values.role, role) &&
    fits(values.severity, severity) &&
    fits(values.file, file, { contains: true })
  );
}

function print(rows: readonly Row[], fileCount: number): void {
  if (values.json) {
    console.log(JSON.stringify(rows, undefined, 2));
    return;
  }
  const groups = [...new Set(rows.map(({ rule }) => rule))]
    .map((rule) => ({ rule, found: rows.filter((row) => row.rule === rule) }))
    .sort((a, b) => b.found.length - a.found.length);
  for (const { rule, found } of groups) {
    console.log(`${values.counts ? '' : '\n== '}${String(found.length).padStart(5)} ${rule}`);
    if (!values.counts) for (const row of found) console.log(describeRow(row));
  }
  console.log(`\n${rows.length} findings of ${groups.length} rules in ${fileCount} files`);
}

function describeRow({ file, line, role, target, severity, text, message, fixes }: Row): string {
  const head = `${file}:${line} ${severity} (${role} ${target})`;
  return [head, `    | ${text}`, `    ${message}`, ...fixes.map((fix) => `    ${fix}`)].join('\n');
}
