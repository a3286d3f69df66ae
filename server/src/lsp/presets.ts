import type { ChangeAnnotation, CodeAction, CodeLens, WorkspaceEdit } from 'vscode-languageserver';
import { readerOf } from '../catalogue/reader';
import { changeLabel, changeReason, presetPlansAt, scopesWithPresets } from '../features/presetPlans';
import { renderEdits } from '../formats/registry';
import type { Span } from '../model/span';
import { type PresetChange, planPreset, presetNamesFor } from '../presets/plan';
import { PRESET_PREVIEW, type PresetPreviewParams, type PresetPreviewResult } from '../protocol/protocol';
import type { Analysis } from '../workspace/analysis';
import type { ClientSupport } from './clientSupport';
import type { LanguageFeature, ServerContext } from './context';
import { toRange, toTextEdits } from './convert';
import { guarded } from './guard';
import { CodeActionKind, CodeLensRefreshRequest } from './values';
import { toWorkspaceEdit } from './workspaceEdit';

/** A lens above each scope that can take presets, and the preview that our client shows before it writes. */
export const presets: LanguageFeature = {
  capabilities: (_, { presetCommand }) => (presetCommand ? { codeLensProvider: { resolveProvider: false } } : {}),
  register(context) {
    const { connection, client } = context;
    connection.onRequest(PRESET_PREVIEW, (params: PresetPreviewParams) => preview(context, params));
    const command = context.options.presetCommand;
    if (!command) return;
    connection.onCodeLens(guarded(context, 'Finding lenses', [], (analysis) => lenses(analysis, command)));
    if (client.refreshCodeLenses) context.onSettings(() => connection.sendRequest(CodeLensRefreshRequest.type));
  },
};

function lenses({ document, source, settings }: Analysis, command: string): CodeLens[] {
  return scopesWithPresets(document, settings.all.presets).flatMap((scope): CodeLens[] => {
    const [first] = scope.entries;
    if (!first) return [];
    const title = scope.prefix ? `Apply a preset to ${scope.prefix}*` : 'Apply a preset';
    const range = toRange(source, first.keySpan);
    return [{ range, command: { title, command, arguments: [source.uri, scope.prefix] } }];
  });
}

async function preview(
  context: ServerContext,
  { uri, prefix, preset }: PresetPreviewParams,
): Promise<PresetPreviewResult> {
  const analysis = await context.analysisOf(uri);
  const scope = analysis?.document.scopes.find((one) => one.prefix === prefix);
  if (!analysis || !scope) return null;
  const { document, source, version, settings } = analysis;
  const own = settings.all.presets;
  const names = presetNamesFor(scope, own);
  const planned = preset ? planPreset(document, readerOf(scope), preset, own) : [];
  const changes = planned.map((change) => ({
    label: changeLabel(change),
    reason: changeReason(change),
    confirm: change.confirm,
    edits: toTextEdits(source, renderEdits(document, [change.edit])),
  }));
  return { version, presets: names, changes };
}

/** For every editor: each preset as a rewrite of the scope whose first entry the span touches. */
export function presetActions({ client }: ServerContext, analysis: Analysis, span: Span): CodeAction[] {
  const { document, settings } = analysis;
  return presetPlansAt(document, span, settings.all.presets).flatMap(({ preset, changes }): CodeAction[] => {
    // Without annotations nobody can agree to a single change, so those that need it are left out.
    const usable = client.changeAnnotations ? changes : changes.filter((change) => !change.confirm);
    if (usable.length === 0) return [];
    const title = `Apply preset ${preset} (${usable.length === 1 ? '1 change' : `${usable.length} changes`})`;
    return [{ title, kind: CodeActionKind.RefactorRewrite, edit: presetEdit(client, analysis, usable) }];
  });
}

/** Each change carries its reason and its price as an annotation, which an editor's preview lists. */
function presetEdit(client: ClientSupport, analysis: Analysis, changes: readonly PresetChange[]): WorkspaceEdit {
  const { document, source, version } = analysis;
  if (!client.changeAnnotations) {
    return toWorkspaceEdit(
      client,
      analysis,
      renderEdits(
        document,
        changes.map(({ edit }) => edit),
      ),
    );
  }
  const edits = changes.flatMap(({ key, edit }) =>
    toTextEdits(source, renderEdits(document, [edit])).map((one) => ({ ...one, annotationId: key })),
  );
  const annotations = changes.map((change): [string, ChangeAnnotation] => [
    change.key,
    { label: changeLabel(change), description: changeReason(change), needsConfirmation: change.confirm },
  ]);
  return {
    documentChanges: [{ textDocument: { uri: source.uri, version }, edits }],
    changeAnnotations: Object.fromEntries(annotations),
  };
}
