import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis } from '../workspace/analysis';
import type { ServerContext } from './context';

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/**
 * Makes a request handler of a function over the analysis. What is not Kafka's gets `nothing`, and so does a request
 * on which the feature fails: that is logged, and no other feature suffers.
 */
export function guarded<Params extends OfDocument, Result>(
  context: ServerContext,
  name: string,
  nothing: Result,
  answer: (analysis: Analysis, params: Params) => Result | Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    try {
      const analysis = await context.analysisOf(params.textDocument.uri, token);
      return analysis && !token.isCancellationRequested ? await answer(analysis, params) : nothing;
    } catch (error) {
      context.log.error(`${name} failed`, error);
      return nothing;
    }
  };
}
