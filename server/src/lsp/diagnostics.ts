import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import { shownFindings } from '../features/shownFindings';
import type { Finding, Severity } from '../model/finding';
import type { Analysis } from '../workspace/analysis';
import type { LanguageFeature, ServerContext } from './context';
import { toLocation, toRange } from './convert';
import { findingData, SOURCE } from './findingData';
import { guarded } from './guard';
import { DiagnosticSeverity, DiagnosticTag, DocumentDiagnosticReportKind } from './values';

const NONE: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Diagnostics on request where the client asks, else sent after each change. */
export const diagnostics: LanguageFeature = {
  capabilities: ({ pullDiagnostics }) =>
    pullDiagnostics
      ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } }
      : {},
  register(context) {
    if (context.client.pullDiagnostics) registerPull(context);
    else registerPush(context);
  },
};

function registerPull(context: ServerContext): void {
  const { connection, client } = context;
  const report = (analysis: Analysis, previousResultId: string | undefined): DocumentDiagnosticReport => {
    const resultId = String(analysis.serial);
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(context, analysis) };
  };
  connection.languages.diagnostics.on(
    guarded(context, 'Finding problems', NONE, (analysis, params: DocumentDiagnosticParams) =>
      report(analysis, params.previousResultId),
    ),
  );
  if (client.refreshDiagnostics) context.onSettings(() => connection.languages.diagnostics.refresh());
}

function registerPush(context: ServerContext): void {
  const { connection, documents } = context;
  const waiting = new Set<string>();
  const newest = new Map<string, symbol>();
  const send = async (uri: string): Promise<void> => {
    waiting.delete(uri);
    const own = Symbol(uri);
    newest.set(uri, own);
    const analysis = await context.analysisOf(uri);
    const current = documents.get(uri);
    // A newer version waits for its turn or has had it, or the document has been closed.
    if (waiting.has(uri) || newest.get(uri) !== own || !current) return;
    const found = analysis ? diagnosticsOf(context, analysis) : [];
    await connection.sendDiagnostics({ uri, version: current.version, diagnostics: found });
  };
  const schedule = (uri: string): void => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    // Changes that arrive together are linted once.
    setTimeout(() => void send(uri).catch((error: unknown) => context.log.error('Sending problems failed', error)), 0);
  };
  documents.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    newest.delete(uri);
    return connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  context.onSettings(() => documents.keys().forEach(schedule));
}

function diagnosticsOf(context: ServerContext, analysis: Analysis): Diagnostic[] {
  const result = analysis.lint();
  context.log.ruleFailures(result);
  const { findings, notice } = shownFindings(result.findings);
  const diagnostics = findings.map((finding) => toDiagnostic(context, analysis, finding));
  return notice === undefined ? diagnostics : [aboutAll(notice), ...diagnostics];
}

function aboutAll(message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: SOURCE, message };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

function toDiagnostic(
  { client, rulePage }: ServerContext,
  { source, version }: Analysis,
  finding: Finding,
): Diagnostic {
  const href = client.codeDescription ? rulePage(finding.rule) : undefined;
  return {
    range: toRange(source, finding.span),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.rule,
    message: finding.message,
    ...(href && { codeDescription: { href } }),
    ...(client.diagnosticTags && finding.tags && { tags: finding.tags.map((tag) => TAGS[tag]) }),
    ...(client.relatedInformation &&
      finding.related && {
        relatedInformation: finding.related.map(({ span, message, foreign }) => ({
          location: foreign ? toLocation(foreign) : { uri: source.uri, range: toRange(source, span) },
          message,
        })),
      }),
    data: findingData(finding, version),
  };
}
