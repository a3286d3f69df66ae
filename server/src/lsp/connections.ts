import { connectionScopes } from '../features/connectionScopes';
import { CONNECTION_SCOPES, type ConnectionScopesParams, type ConnectionScopesResult } from '../protocol/protocol';
import type { LanguageFeature } from './context';
import { toRange } from './convert';

/** Tells the client which parts of a document say how to connect, and what they say; the client alone connects. */
export const connections: LanguageFeature = {
  capabilities: () => ({}),
  register(context) {
    context.connection.onRequest(
      CONNECTION_SCOPES,
      async ({ uri }: ConnectionScopesParams): Promise<ConnectionScopesResult> => {
        const analysis = await context.analysisOf(uri);
        if (!analysis) return [];
        return connectionScopes(analysis.document).map(({ scope, servers }) => ({
          range: toRange(analysis.source, servers.span),
          library: scope.client,
          complete: scope.completeness === 'complete',
          entries: scope.entries
            .filter(({ overriddenBy }) => !overriddenBy)
            .map(({ key, value }) => ({
              key,
              kind: value.kind,
              text: value.text,
              ...(value.kind === 'literal' && value.fallback && { fallback: true }),
            })),
        }));
      },
    );
  },
};
