import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { LintResult } from '../engine/lint';
import type { Analysis } from '../workspace/analysis';
import type { LanguageFeature, ServerContext } from './context';
import { SOURCE } from './findingData';
import { guarded } from './guard';
import { onOthers } from './otherDocuments';
import { sameDiagnostics } from './sameDiagnostics';
import { diagnosticsOf } from './toDiagnostics';
import { DocumentDiagnosticReportKind } from './values';
import { answerWorkspace, pushWorkspace } from './workspaceDiagnostics';

const NONE: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Diagnostics on request where the client asks, else sent after each change. */
export const diagnostics: LanguageFeature = {
  capabilities: ({ pullDiagnostics }) =>
    pullDiagnostics
      ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: true } }
      : {},
  register(context) {
    if (context.client.pullDiagnostics) registerPull(context);
    else registerPush(context);
  },
};

function registerPull(context: ServerContext): void {
  const { connection, client, documents } = context;
  const answered = new Map<string, Answered>();
  let last = 0;
  const report = (analysis: Analysis, previousResultId: string | undefined): DocumentDiagnosticReport => {
    const { uri } = analysis.source;
    const known = answered.get(uri);
    if (known && previousResultId === known.resultId && known.result === analysis.lint()) return unchanged(known);
    const items = diagnosticsOf(context, analysis);
    const isSame = known && sameDiagnostics(known.items, items);
    const answer = { resultId: isSame ? known.resultId : `${++last}`, items, result: analysis.lint() };
    answered.set(uri, answer);
    if (previousResultId === answer.resultId) return unchanged(answer);
    return { kind: DocumentDiagnosticReportKind.Full, resultId: answer.resultId, items };
  };
  documents.onDidClose(({ document }) => answered.delete(document.uri));
  connection.languages.diagnostics.on(
    guarded(context, 'Finding problems', NONE, (analysis, params: DocumentDiagnosticParams) =>
      report(analysis, params.previousResultId),
    ),
  );
  answerWorkspace(context);
  if (!client.refreshDiagnostics) return;
  const refresh = () => connection.languages.diagnostics.refresh();
  context.onSettings(refresh);
  onOthers(context, () => refresh().catch((error: unknown) => context.log.error('Refreshing problems failed', error)));
}

/** What a client was told of a document last; what comes to the same has the same id. */
interface Answered {
  readonly resultId: string;
  readonly items: Diagnostic[];
  readonly result: LintResult;
}

function unchanged({ resultId }: Answered): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
}

function registerPush(context: ServerContext): void {
  const { connection, documents } = context;
  const waiting = new Set<string>();
  const newest = new Map<string, symbol>();
  const sent = new Map<string, readonly Diagnostic[]>();
  const send = async (uri: string): Promise<void> => {
    waiting.delete(uri);
    const own = Symbol(uri);
    newest.set(uri, own);
    const analysis = await context.analysisOf(uri);
    const current = documents.get(uri);
    // A newer version waits for its turn or has had it, or the document has been closed.
    if (waiting.has(uri) || newest.get(uri) !== own || !current) return;
    const found = analysis ? diagnosticsOf(context, analysis) : [];
    const before = sent.get(uri);
    if (before && sameDiagnostics(before, found)) return;
    sent.set(uri, found);
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
    sent.delete(uri);
    return connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  context.onSettings(() => documents.keys().forEach(schedule));
  onOthers(context, (uris) => uris.forEach(schedule));
  pushWorkspace(context);
}
