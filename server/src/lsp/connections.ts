import { connectionOptions, connectionScopes } from '../features/connectionScopes';
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
        return connectionScopes(analysis.document).map((found) => ({
          range: toRange(analysis.source, found.servers.span),
          library: found.scope.client,
          complete: found.scope.completeness === 'complete',
          entries: connectionOptions(found),
        }));
      },
    );
  },
};
