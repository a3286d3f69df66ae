import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type LintResult, lint, type ProjectReports } from '../engine/lint';
import type { ImportedText } from '../formats/format';
import { parseDocument } from '../formats/registry';
import { type ConfigDocument, saysAnything } from '../model/document';
import type { FoundVersions } from '../model/version';
import type { DocumentSettings, SettingsTable } from './settingsTable';

/** One version of an open document under one state of the settings. */
export interface Analysis {
  /** No two analyses of a session have the same, also not of two versions with the same number. */
  readonly serial: number;
  readonly source: TextDocument;
  readonly version: number;
  readonly document: ConfigDocument;
  readonly settings: DocumentSettings;
  /** Lints on the first call, and when what rules about several files report in it has changed. */
  lint(): LintResult;
  /** Reads another text as if the document had it. */
  parse(text: string): ConfigDocument;
}

/** Parses each version of each open document at most once. */
export interface Analyses {
  /** Undefined when the document is not Kafka's or the settings leave it out. `found` is what files around it show. */
  of(source: TextDocument, table: SettingsTable, found?: FoundVersions, imported?: ImportedText): Analysis | undefined;
  forget(uri: string): void;
  clear(): void;
}

interface Kept {
  readonly version: number;
  readonly found: FoundVersions | undefined;
  readonly imported: ImportedText | undefined;
  readonly analysis: Analysis | undefined;
}

/** What rules about several files report in a document; undefined as long as that is not known. */
export type ReportsOf = (uri: string) => ProjectReports | undefined;

export function createAnalyses(reportsOf?: ReportsOf): Analyses {
  const kept = new Map<string, Kept>();
  let serial = 0;
  return {
    of(source, table, found, imported) {
      const known = kept.get(source.uri);
      const isSame = known?.version === source.version && known.found === found && known.imported === imported;
      if (isSame) return known.analysis;
      const analysis = analyse(source, withFound(table.forDocument(source.uri), found), ++serial, imported, reportsOf);
      kept.set(source.uri, { version: source.version, found, imported, analysis });
      return analysis;
    },
    forget: (uri) => void kept.delete(uri),
    clear: () => kept.clear(),
  };
}

/** The settings of a document together with what files around it show. */
export function withFound(settings: DocumentSettings, found: FoundVersions | undefined): DocumentSettings {
  return found ? { ...settings, hints: { ...settings.hints, found } } : settings;
}

/** True when files around the document may tell for which Kafka version it is. */
export function isOpenToVersions({ document }: Analysis): boolean {
  return document.scopes.some(({ target }) => target.source === 'newest' || target.source === 'content');
}

/** Nothing is as good as not yet known, unless a comment says what it silences. */
function isOther({ directives }: ConfigDocument, before: ProjectReports | undefined, now: ProjectReports | undefined) {
  const isEmpty = (before?.size ?? 0) === 0 && (now?.size ?? 0) === 0;
  return !isEmpty || directives.some(({ kind }) => kind === 'ignore');
}

/** `serial` is zero for a text that no client has open, which nobody asks about twice. */
export function analyse(
  source: TextDocument,
  settings: DocumentSettings,
  serial = 0,
  imported?: ImportedText,
  reportsOf?: ReportsOf,
): Analysis | undefined {
  if (!settings.enabled) return undefined;
  const { uri, version, languageId } = source;
  const { path, hints } = settings;
  const parse = (text: string) => parseDocument({ uri, path, text, hints, ...(imported && { imported }) }, languageId);
  const document = parse(source.getText());
  if (!document || !saysAnything(document)) return undefined;
  let result: LintResult | undefined;
  let seen: ProjectReports | undefined;
  return {
    serial,
    source,
    version,
    document,
    settings,
    lint() {
      const reports = reportsOf?.(uri);
      if (result && (reports === seen || !isOther(document, seen, reports))) return result;
      seen = reports;
      result = lint(document, settings.lint, reports);
      return result;
    },
    parse: (text) => parse(text) ?? document,
  };
}
