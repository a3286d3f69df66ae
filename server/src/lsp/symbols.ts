import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type OutlineNode, outline } from '../features/symbols';
import type { LanguageFeature } from './context';
import { toRange } from './convert';
import { guarded } from './guard';
import { SymbolKind, SymbolTag } from './values';

export const symbols: LanguageFeature = {
  capabilities: () => ({ documentSymbolProvider: { label: 'Kafka' } }),
  register(context) {
    const { connection, client } = context;
    connection.onDocumentSymbol(
      guarded(context, 'Document symbols', null, ({ source, document }) => {
        const nodes = outline(document);
        return client.hierarchicalSymbols
          ? nodes.map((node) => toSymbol(source, node))
          : nodes.flatMap((node) => toFlat(source, node));
      }),
    );
  },
};

const KINDS: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  scope: SymbolKind.Module,
  area: SymbolKind.Namespace,
  key: SymbolKind.Property,
};

function toSymbol(source: TextDocument, node: OutlineNode): DocumentSymbol {
  return {
    name: node.name,
    kind: KINDS[node.kind],
    ...(node.detail && { detail: node.detail }),
    ...(node.deprecated && { tags: [SymbolTag.Deprecated] }),
    range: toRange(source, node.span),
    selectionRange: toRange(source, node.nameSpan),
    children: node.children.map((child) => toSymbol(source, child)),
  };
}

function toFlat(source: TextDocument, node: OutlineNode, containerName?: string): SymbolInformation[] {
  const location = { uri: source.uri, range: toRange(source, node.span) };
  const own = { name: node.name, kind: KINDS[node.kind], location, ...(containerName && { containerName }) };
  return [own, ...node.children.flatMap((child) => toFlat(source, child, node.name))];
}
