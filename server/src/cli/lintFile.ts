import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fixAll } from '../engine/fixAll';
import { lint, type RuleFailure } from '../engine/lint';
import { parseDocument } from '../formats/registry';
import type { ConfigDocument } from '../model/document';
import { SEVERITIES } from '../model/finding';
import { type ResolvedSettings, settingsFor } from '../settings/resolve';
import type { CliOptions } from './arguments';
import type { ConfigFile } from './configFile';
import type { FileResult } from './result';

export interface Linter {
  readonly options: CliOptions;
  readonly config: ConfigFile;
  readonly cwd: string;
}

export interface LintedText extends FileResult {
  /** How many fixes the text of the result already has. */
  readonly fixed: number;
  readonly failures: readonly RuleFailure[];
}

/** Lints a text as the file of that name; undefined when the file is not Kafka's or the settings leave it out. */
export function lintText(linter: Linter, file: string, text: string): LintedText | undefined {
  const { options, config, cwd } = linter;
  const path = resolve(cwd, file);
  const resolved = withOptions(
    settingsFor(config.settings, relative(config.folder, path).replaceAll(sep, '/')),
    options,
  );
  if (!resolved.enabled) return undefined;
  const uri = pathToFileURL(path).href;
  const parse = (source: string): ConfigDocument | undefined =>
    parseDocument({ uri, path, text: source, hints: resolved.hints });
  let document = parse(text);
  if (!document || (document.scopes.length === 0 && document.problems.length === 0)) return undefined;
  let fixed = 0;
  if (options.fix) {
    const original = document;
    const result = fixAll(original, resolved.lint, (source) => parse(source) ?? original);
    fixed = result.applied;
    document = parse(result.text) ?? original;
  }
  const { findings, failures } = lint(document, resolved.lint);
  const most = SEVERITIES.indexOf(options.minSeverity);
  const shown = findings.filter((finding) => SEVERITIES.indexOf(finding.severity) <= most);
  return { file, text: document.text, findings: shown, fixed, failures };
}

/** Options of the command line win over the config file. */
function withOptions(resolved: ResolvedSettings, { target, role, profile }: CliOptions): ResolvedSettings {
  return {
    ...resolved,
    lint: profile ? { ...resolved.lint, profile } : resolved.lint,
    hints: { ...resolved.hints, ...(target && { version: target }), ...(role && { role }) },
  };
}
