import type { SemanticTokens } from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES, type Token, semanticTokens as tokensIn } from '../features/semanticTokens';
import type { Span } from '../model/span';
import type { Analysis } from '../workspace/analysis';
import type { LanguageFeature } from './context';
import { toSpan } from './convert';
import { guarded } from './guard';
import { SETTINGS_SELECTOR } from './settingsSelector';
import { SemanticTokensBuilder } from './values';

const DEPRECATED = 1 << TOKEN_MODIFIERS.indexOf('deprecated');

export const semanticTokens: LanguageFeature = {
  capabilities: () => ({
    semanticTokensProvider: {
      documentSelector: SETTINGS_SELECTOR,
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
      range: true,
    },
  }),
  register(context) {
    const { connection, client } = context;
    const none: SemanticTokens = { data: [] };
    const { semanticTokens: handlers } = connection.languages;
    handlers.on(guarded(context, 'Semantic tokens', none, (analysis) => encode(analysis)));
    handlers.onRange(
      guarded(context, 'Semantic tokens', none, (analysis, { range }) =>
        encode(analysis, toSpan(analysis.source, range)),
      ),
    );
    if (client.refreshSemanticTokens) context.onSettings(() => handlers.refresh());
  },
};

function encode({ document, source }: Analysis, within?: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const token of tokensIn(document, within)) {
    for (const { start, end } of linesOf(document.text, token)) {
      const { line, character } = source.positionAt(start);
      builder.push(line, character, end - start, TOKEN_TYPES.indexOf(token.type), token.deprecated ? DEPRECATED : 0);
    }
  }
  return builder.build();
}

/** The parts of a token without line ends, since few clients can show a token over several lines. */
function linesOf(text: string, { span }: Token): Span[] {
  const slice = text.slice(span.start, span.end);
  return Array.from(slice.matchAll(/[^\r\n]+/g), ({ index, 0: part }) => {
    const start = span.start + index;
    return { start, end: start + part.length };
  });
}
