import type { ClientCapabilities } from 'vscode-languageserver';

/** What of LSP the client can do, as far as it changes what we send. */
export interface ClientSupport {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshInlayHints: boolean;
  readonly refreshSemanticTokens: boolean;
  readonly refreshCodeLenses: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticTags: boolean;
  readonly codeDescription: boolean;
  readonly codeActionLiterals: boolean;
  readonly resolvesActionEdits: boolean;
  readonly versionedEdits: boolean;
  readonly snippetEdits: boolean;
  readonly changeAnnotations: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly labelDetails: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly lineFoldingOnly: boolean;
  readonly multilineTokens: boolean;
  readonly asksConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly showDocument: boolean;
  readonly workDoneProgress: boolean;
}

/** Everything that a client does not claim is taken as missing. */
export function clientSupport({ textDocument, workspace, window }: ClientCapabilities): ClientSupport {
  const { completion, codeAction, hover, documentSymbol } = textDocument ?? {};
  const report = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  const item = completion?.completionItem;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshCodeLenses: workspace?.codeLens?.refreshSupport === true,
    relatedInformation: report?.relatedInformation === true,
    diagnosticTags: report?.tagSupport !== undefined,
    codeDescription: report?.codeDescriptionSupport === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesActionEdits:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    changeAnnotations:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    markdownHover: hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: item?.documentationFormat?.includes('markdown') === true,
    snippets: item?.snippetSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    hierarchicalSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    lineFoldingOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
    multilineTokens: textDocument?.semanticTokens?.multilineTokenSupport === true,
    asksConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    showDocument: window?.showDocument?.support === true,
    workDoneProgress: window?.workDoneProgress === true,
  };
}
