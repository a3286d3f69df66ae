// The only place that imports values rather than types from the protocol library. Each file that did so for itself
// would make the bundle copy the library's hundreds of names once more at start, which takes time and memory.
export {
  CodeActionKind,
  CodeLensRefreshRequest,
  CompletionItemKind,
  CompletionItemTag,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  FoldingRangeKind,
  InsertTextFormat,
  MarkupKind,
  MessageType,
  SemanticTokensBuilder,
  ShowMessageNotification,
  SymbolKind,
  SymbolTag,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
