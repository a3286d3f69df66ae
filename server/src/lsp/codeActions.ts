import type { CodeAction, CodeActionParams, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { safeFixOf } from '../engine/fixAll';
import { type FixAction, fixActions } from '../features/fixActions';
import { fixedAll, rulesWithManyFixes } from '../features/fixAllEdits';
import { renderForeign } from '../features/foreignEdits';
import { ignoreHere, ignoreInFile, REASON } from '../features/ignoreEdits';
import type { RunningPart } from '../features/runningCommand';
import type { Finding } from '../model/finding';
import { overlaps } from '../model/span';
import { FIX_ALL as FIX_ALL_REQUEST, type FixAllParams, type FixAllResult } from '../protocol/protocol';
import type { Analysis } from '../workspace/analysis';
import type { LanguageFeature, ServerContext } from './context';
import { toSpan, toTextEdits } from './convert';
import { tellsOf } from './findingData';
import { guarded } from './guard';
import { presetActions } from './presets';
import { copyAction, runningActions, runningPartOf } from './runningActions';
import { showRuleCommand } from './showRule';
import { CodeActionKind } from './values';
import { type DocumentEdits, toEditOfAll, toWorkspaceEdit, toWorkspaceSnippet } from './workspaceEdit';

/** Fixes every safe problem of a file, on request or on save. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.kafkaLint`;

/** What a lazy action needs to be worked out again; `rule` is absent for all rules. */
interface FixAllData {
  readonly uri: string;
  readonly version: number;
  readonly rule?: string;
}

/** Fixes, fixes of many findings at once, ignores and explanations. */
export const codeActions: LanguageFeature = {
  capabilities: ({ resolvesActionEdits }) => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
      resolveProvider: resolvesActionEdits,
    },
  }),
  register(context) {
    const { connection, client } = context;
    connection.onCodeAction(
      guarded(context, 'Finding code actions', [], (analysis, params) => actionsFor(context, analysis, params)),
    );
    connection.onRequest(FIX_ALL_REQUEST, ({ uri }: FixAllParams) => fixAllResult(context, uri));
    if (!client.resolvesActionEdits) return;
    connection.onCodeActionResolve(async (action) => {
      const data = readFixAllData(action.data);
      const analysis = data && (await context.analysisOf(data.uri));
      // Of another version nobody asked; the client asks again.
      if (analysis?.version !== data?.version || !analysis) return action;
      return { ...action, edit: toWorkspaceEdit(client, analysis, fixedAll(fixable(analysis), data?.rule).edits) };
    });
  },
};

async function actionsFor(
  context: ServerContext,
  analysis: Analysis,
  { range, context: wish }: CodeActionParams,
): Promise<CodeAction[]> {
  const { findings } = analysis.lint();
  const wanted = (kind: string): boolean =>
    !wish.only || wish.only.some((one) => one === kind || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  const part = runningPartOf(analysis.document.uri);
  if (part) return wanted(CodeActionKind.QuickFix) ? ofRunning(context, analysis, part, { range, context: wish }) : [];
  if (wanted(CodeActionKind.QuickFix)) {
    const span = toSpan(analysis.source, range);
    const here = findings.filter((finding) => overlaps(finding.span, span));
    actions.push(...(await quickFixes(context, analysis, here, wish.diagnostics)));
  }
  if (wanted(CodeActionKind.RefactorRewrite)) {
    actions.push(...presetActions(context, analysis, toSpan(analysis.source, range)));
  }
  if (wanted(FIX_ALL) && findings.some(safeFixOf)) {
    actions.push(fixAllAction(context, analysis, 'Fix all safe Kafka problems', FIX_ALL));
  }
  return actions;
}

/** Nothing of a running cluster is edited; its findings are explained, and fixed by a command that is copied. */
function ofRunning(
  context: ServerContext,
  analysis: Analysis,
  part: RunningPart,
  { range, context: wish }: Pick<CodeActionParams, 'range' | 'context'>,
): CodeAction[] {
  const span = toSpan(analysis.source, range);
  const here = analysis.lint().findings.filter((finding) => overlaps(finding.span, span));
  const diagnosticsOf = (finding: Finding): Diagnostic[] =>
    wish.diagnostics.filter((diagnostic) => tellsOf(diagnostic, finding, analysis));
  const { copyCommand } = context.options;
  const fixes = copyCommand ? runningActions(analysis, part, here, { copyCommand, diagnosticsOf }) : [];
  const explained = here.flatMap((finding) =>
    explainAction(context, finding).map((action) => ({ ...action, diagnostics: diagnosticsOf(finding) })),
  );
  return [...fixes, ...explained];
}

async function quickFixes(
  context: ServerContext,
  analysis: Analysis,
  here: readonly Finding[],
  shown: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const diagnosticsOf = (finding: Finding): Diagnostic[] =>
    shown.filter((diagnostic) => tellsOf(diagnostic, finding, analysis));
  const fixes: CodeAction[] = [];
  for (const finding of here) {
    for (const action of fixActions(analysis.document, finding)) {
      const { copyCommand } = context.options;
      if (action.command !== undefined) {
        if (copyCommand) fixes.push(copyAction(action.title, action.command, copyCommand, diagnosticsOf(finding)));
        continue;
      }
      const edit = await editOf(context, analysis, action);
      const kind = CodeActionKind.QuickFix;
      const { title, preferred } = action;
      if (edit)
        fixes.push({ title, kind, diagnostics: diagnosticsOf(finding), ...(preferred && { isPreferred: true }), edit });
    }
  }
  const firstOfRule = here.filter((finding, index) => here.findIndex(({ rule }) => rule === finding.rule) === index);
  const many = rulesWithManyFixes(analysis.lint().findings);
  const rest = firstOfRule.flatMap((finding) => {
    const all = many.has(finding.rule)
      ? [fixAllAction(context, analysis, `Fix all ${finding.rule} in this file`, CodeActionKind.QuickFix, finding.rule)]
      : [];
    const around = [...all, ...ignoreActions(context, analysis, finding), ...explainAction(context, finding)];
    return around.map((action) => ({ ...action, diagnostics: diagnosticsOf(finding) }));
  });
  return [...fixes, ...rest];
}

/** Undefined when another document that it would change no longer says what was found. */
async function editOf(
  context: ServerContext,
  analysis: Analysis,
  { edits, foreign }: FixAction,
): Promise<WorkspaceEdit | undefined> {
  const { source, version } = analysis;
  const changes: DocumentEdits[] = edits.length > 0 ? [{ source, version, edits }] : [];
  for (const uri of new Set(foreign.map((edit) => edit.uri))) {
    const wanted = foreign.filter((edit) => edit.uri === uri);
    const other = await context.analysisOfFile(uri);
    const rendered = other && renderForeign(other.document, wanted);
    if (!rendered) return undefined;
    changes.push({ source: other.source, version: context.documents.get(uri)?.version ?? null, edits: rendered });
  }
  return toEditOfAll(context.client, changes);
}

function fixAllAction(
  context: ServerContext,
  analysis: Analysis,
  title: string,
  kind: string,
  rule?: string,
): CodeAction {
  const { client } = context;
  const action = { title, kind };
  if (!client.resolvesActionEdits) {
    return { ...action, edit: toWorkspaceEdit(client, analysis, fixedAll(fixable(analysis), rule).edits) };
  }
  const data: FixAllData = { uri: analysis.source.uri, version: analysis.version, ...(rule && { rule }) };
  return { ...action, data };
}

/** For the command, which says what it did. */
async function fixAllResult(context: ServerContext, uri: string): Promise<FixAllResult> {
  const analysis = await context.analysisOf(uri);
  if (!analysis) return null;
  const { edits, applied, remaining } = fixedAll(fixable(analysis));
  return { version: analysis.version, edits: toTextEdits(analysis.source, edits), applied, remaining };
}

function fixable({ document, settings, parse }: Analysis) {
  return { document, settings: settings.lint, parse };
}

function ignoreActions({ client }: ServerContext, analysis: Analysis, finding: Finding): CodeAction[] {
  const places = [
    [`Ignore ${finding.rule} here`, ignoreHere(analysis.document, finding)],
    [`Ignore ${finding.rule} in this file`, ignoreInFile(analysis.document, finding)],
  ] as const;
  return places.flatMap(([title, edit]) =>
    edit ? [{ title, kind: CodeActionKind.QuickFix, edit: toWorkspaceSnippet(client, analysis, edit, REASON) }] : [],
  );
}

function explainAction(context: ServerContext, { rule }: Finding): CodeAction[] {
  const command = showRuleCommand(context, rule);
  return command ? [{ title: command.title, kind: CodeActionKind.QuickFix, command }] : [];
}

function readFixAllData(raw: unknown): FixAllData | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { uri, version, rule } = raw as Readonly<Record<string, unknown>>;
  if (typeof uri !== 'string' || typeof version !== 'number') return undefined;
  return { uri, version, ...(typeof rule === 'string' && { rule }) };
}
