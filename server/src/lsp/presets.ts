import type { ChangeAnnotation, CodeAction, CodeLens, WorkspaceEdit } from 'vscode-languageserver';
import { processesIn } from '../features/find';
import {
  anchorOf,
  changeLabel,
  changeReason,
  planPresets,
  presetPlansAt,
  scopesWithPresets,
} from '../features/presetPlans';
import { renderEdits } from '../formats/registry';
import type { ConfigDocument } from '../model/document';
import type { Scope } from '../model/scope';
import type { Span } from '../model/span';
import { presetEdits, presetNamesFor } from '../presets/plan';
import type { PresetChange } from '../presets/types';
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
    const anchor = anchorOf(scope);
    if (!anchor) return [];
    const name = scope.part ? scope.written('*') : scope.name;
    const title = name === undefined ? 'Apply a preset' : `Apply a preset to ${name}`;
    const place = document.scopes.indexOf(scope);
    const range = toRange(source, anchor);
    return [{ range, command: { title, command, arguments: [source.uri, place] } }];
  });
}

async function preview(context: ServerContext, params: PresetPreviewParams): Promise<PresetPreviewResult> {
  const { uri, preset, chosen } = params;
  const analysis = await context.analysisOf(uri);
  if (!analysis) return null;
  const { document, source, version, settings } = analysis;
  const own = settings.all.presets;
  const scopes = scopesMeant(document, params);
  if (!scopes) return null;
  const names = [...new Set(scopes.flatMap((scope) => presetNamesFor(scope, own)))];
  const planned = preset ? planPresets(document, scopes, preset, own) : [];
  const changes = planned.map((change) => ({
    label: changeLabel(change),
    reason: changeReason(change),
    confirm: change.confirm,
  }));
  const wanted = planned.filter((_, index) => chosen?.includes(index));
  const edits = chosen && toTextEdits(source, renderEdits(document, presetEdits(wanted)));
  return { version, presets: names, changes, ...(edits && { edits }) };
}

/** The scope that is counted, or else all that are no part of another. */
function scopesMeant(document: ConfigDocument, { scope: place }: PresetPreviewParams): readonly Scope[] | undefined {
  if (place === undefined) return processesIn(document);
  const scope = document.scopes[place];
  return scope && [scope];
}

/** For every editor: each preset as a rewrite of the scope whose first entry the span touches. */
export function presetActions({ client }: ServerContext, analysis: Analysis, span: Span): CodeAction[] {
  const { document, settings } = analysis;
  return presetPlansAt(document, span, settings.all.presets).flatMap(({ preset, changes }): CodeAction[] => {
    // Without annotations nobody can agree to a single change, so those that need it are left out.
    const usable = isAnnotated(client, document) ? changes : changes.filter((change) => !change.confirm);
    if (usable.length === 0) return [];
    const title = `Apply preset ${preset} (${usable.length === 1 ? '1 change' : `${usable.length} changes`})`;
    return [{ title, kind: CodeActionKind.RefactorRewrite, edit: presetEdit(client, analysis, usable) }];
  });
}

/** In code several changes may come as one edit, which could not be agreed to one by one. */
function isAnnotated({ changeAnnotations }: ClientSupport, { family }: ConfigDocument): boolean {
  return changeAnnotations && family !== 'code';
}

/** Each change carries its reason and its price as an annotation, which an editor's preview lists. */
function presetEdit(client: ClientSupport, analysis: Analysis, changes: readonly PresetChange[]): WorkspaceEdit {
  const { document, source, version } = analysis;
  if (!isAnnotated(client, document)) {
    return toWorkspaceEdit(client, analysis, renderEdits(document, presetEdits(changes)));
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
