import type { CompletionItem, CompletionList, MarkupContent } from 'vscode-languageserver';
import { completionAt } from '../features/completion/completion';
import type { Suggestion, Suggestions } from '../features/completion/suggestion';
import { definitionOf } from '../features/definition';
import { describeSetting } from '../features/describeSetting';
import { plainText } from '../features/hover';
import type { Analysis } from '../workspace/analysis';
import type { ClientSupport } from './clientSupport';
import type { LanguageFeature, ServerContext } from './context';
import { toRange, toTextEdits } from './convert';
import { guarded } from './guard';
import { CompletionItemKind, CompletionItemTag, InsertTextFormat, MarkupKind } from './values';

/** What an item needs to be described when the user looks at it. */
interface ItemData {
  readonly uri: string;
  readonly scope: number;
  readonly key: string;
}

export const completion: LanguageFeature = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: ['.', '=', ':', ',', '/', '-'], resolveProvider: true },
  }),
  register(context) {
    const { connection, client } = context;
    connection.onCompletion(
      guarded(context, 'Completion', null, (analysis, { position, context: asked }) => {
        const found = completionAt(analysis.document, analysis.source.offsetAt(position), asked?.triggerCharacter);
        return found ? toList(client, analysis, found) : null;
      }),
    );
    connection.onCompletionResolve(async (item) => {
      try {
        return { ...item, ...(await documentationOf(context, item)) };
      } catch (error) {
        context.log.error('Describing a completion failed', error);
        return item;
      }
    });
  },
};

const KINDS: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  prefix: CompletionItemKind.Module,
  value: CompletionItemKind.Value,
  default: CompletionItemKind.Constant,
  rule: CompletionItemKind.Reference,
  directive: CompletionItemKind.Keyword,
};

function toList(client: ClientSupport, { source }: Analysis, found: Suggestions): CompletionList {
  const insert = toRange(source, found.typed);
  const replace = toRange(source, found.whole);
  return {
    isIncomplete: found.incomplete,
    items: found.items.map((item) => {
      const newText = client.snippets ? (item.snippet ?? item.text) : item.text;
      return {
        label: item.label,
        kind: KINDS[item.kind],
        sortText: item.sort,
        filterText: item.filter ?? item.label,
        ...(item.detail && { detail: item.detail }),
        ...(item.preselect && { preselect: true }),
        ...(item.deprecated && { tags: [CompletionItemTag.Deprecated] }),
        ...(client.snippets && item.snippet && { insertTextFormat: InsertTextFormat.Snippet }),
        textEdit: client.insertReplace ? { newText, insert, replace } : { newText, range: replace },
        ...(item.source && client.labelDetails && { labelDetails: { description: item.source } }),
        ...(item.documentation && { documentation: markup(client, item.documentation) }),
        ...(item.additional && { additionalTextEdits: toTextEdits(source, item.additional) }),
        ...(item.setting && { data: { uri: source.uri, ...item.setting } satisfies ItemData }),
      };
    }),
  };
}

async function documentationOf(
  context: ServerContext,
  { data }: CompletionItem,
): Promise<Pick<CompletionItem, 'documentation'> | undefined> {
  const wanted = readItemData(data);
  const analysis = wanted && (await context.analysisOf(wanted.uri));
  const scope = wanted && analysis?.document.scopes[wanted.scope];
  const definition = scope && definitionOf(scope, wanted.key);
  if (!definition) return undefined;
  const value = describeSetting(scope, definition);
  return { documentation: markup(context.client, value) };
}

function markup({ markdownCompletion }: ClientSupport, value: string): MarkupContent {
  return markdownCompletion
    ? { kind: MarkupKind.Markdown, value }
    : { kind: MarkupKind.PlainText, value: plainText(value) };
}

function readItemData(raw: unknown): ItemData | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { uri, scope, key } = raw as Readonly<Record<string, unknown>>;
  return typeof uri === 'string' && typeof scope === 'number' && typeof key === 'string'
    ? { uri, scope, key }
    : undefined;
}
