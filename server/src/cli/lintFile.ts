import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fixAll } from '../engine/fixAll';
import { lint, type ProjectReports, type RuleFailure } from '../engine/lint';
import { type RunningPart, runningCommand } from '../features/runningCommand';
import { parseDocument } from '../formats/registry';
import { type ConfigDocument, saysAnything } from '../model/document';
import { contains } from '../model/span';
import type { FoundVersions } from '../model/version';
import { isDevelopmentPath } from '../recognition/developmentPath';
import { secretSpans } from '../secrets/secretSpans';
import { type ResolvedSettings, settingsFor } from '../settings/resolve';
import type { CliOptions } from './arguments';
import type { ConfigFor } from './configFile';
import { importedFrom } from './importedFrom';
import { projectRoot } from './projectRoot';
import type { FileResult, RunningResult } from './result';

/** What it takes to read a file as the settings and the command line want it read. */
export interface Opening {
  readonly options: Pick<CliOptions, 'role' | 'target' | 'profile'>;
  readonly configFor: ConfigFor;
  readonly cwd: string;
  /** Which Kafka versions the files around a path show. */
  versionsAround(path: string): FoundVersions;
}

export interface Linter extends Opening {
  readonly options: CliOptions;
}

export interface LintedText extends FileResult {
  /** How many fixes the text of the result already has. */
  readonly fixed: number;
  readonly failures: readonly RuleFailure[];
  readonly document: ConfigDocument;
  /** The text before it was fixed. */
  readonly original: Pick<FileResult, 'text' | 'secrets'>;
}

/** A file's text with all that the settings and the command line say about it. */
export interface OpenedText {
  readonly document: ConfigDocument;
  readonly resolved: ResolvedSettings;
  parse(text: string): ConfigDocument;
}

/** Undefined when the file is not Kafka's or the settings leave it out. */
export function openText(
  { options, configFor, cwd, versionsAround }: Opening,
  file: string,
  text: string,
): OpenedText | undefined {
  const path = resolve(cwd, file);
  const root = projectRoot(path, cwd);
  const { settings, folder } = configFor(path);
  const own = settingsFor(settings, pathFrom(folder, path));
  const development = isDevelopmentPath(pathFrom(root, path), settings.developmentFolders);
  const resolved = withOptions({ ...own, hints: { ...own.hints, development } }, options);
  if (!resolved.enabled) return undefined;
  const uri = pathToFileURL(path).href;
  const imported = importedFrom(path, root);
  const read = (source: string, hints: ResolvedSettings['hints']) =>
    parseDocument({ uri, path, text: source, hints, imported });
  const first = read(text, resolved.hints);
  // Files are read for Kafka's documents only, and never where somebody has said which version they are for.
  const isOpen = first?.scopes.some(({ target }) => target.source === 'newest' || target.source === 'content');
  const found = isOpen ? versionsAround(path) : {};
  const isTold = Object.keys(found).length > 0;
  const hints = isTold ? { ...resolved.hints, found } : resolved.hints;
  const parse = (source: string) => read(source, hints);
  const document = isTold ? parse(text) : first;
  if (!document || !saysAnything(document)) return undefined;
  return { document, resolved, parse: (source) => parse(source) ?? document };
}

function pathFrom(folder: string, path: string): string {
  return relative(folder, path).replaceAll(sep, '/');
}

/** A file as it is once its safe fixes are made, where that is wished. */
export interface FixedText extends Pick<OpenedText, 'document' | 'resolved'> {
  readonly file: string;
  readonly before: ConfigDocument;
  readonly fixed: number;
  readonly running?: RunningPart;
}

/** Undefined when there is nothing of Kafka's in the text. */
export function fixText(linter: Linter, file: string, text: string): FixedText | undefined {
  const opened = openText(linter, file, text);
  if (!opened) return undefined;
  const { document: before, resolved, parse } = opened;
  const { text: fixedText, applied: fixed } = linter.options.fix
    ? fixAll(before, resolved.lint, parse)
    : { text, applied: 0 };
  return { file, before, document: fixedText === text ? before : parse(fixedText), resolved, fixed };
}

/** Lints it, together with what rules about several files report in it. */
export function lintFixed(
  { file, before, document, resolved, fixed, running }: FixedText,
  project?: ProjectReports,
): LintedText {
  const { findings, failures } = lint(document, resolved.lint, project);
  return {
    file,
    text: document.text,
    findings,
    fixed,
    failures,
    document,
    ...(running && { running: runningResult(document, running) }),
    original: { text: before.text, secrets: once(() => secretSpans(before)) },
    development: resolved.hints.development,
    secrets: once(() => secretSpans(document)),
  };
}

function runningResult(document: ConfigDocument, part: RunningPart): RunningResult {
  return {
    ...part,
    keyAt: (span) => document.entries.find((entry) => contains(entry.span, span))?.key,
    commandOf: (fix) => runningCommand(document, fix, part),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Options of the command line win over the config file. */
export function withOptions(
  resolved: ResolvedSettings,
  { target, role, profile }: Opening['options'],
): ResolvedSettings {
  return {
    ...resolved,
    lint: profile ? { ...resolved.lint, profile } : resolved.lint,
    hints: { ...resolved.hints, ...(target && { version: target }), ...(role && { role }) },
  };
}
