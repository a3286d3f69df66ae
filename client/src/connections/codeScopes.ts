import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CONNECTION_SCOPES,
  type ConnectionScopesParams,
  type ConnectionScopesResult,
  type WireConnectionScope,
} from '../../../server/src/protocol/protocol';
import { pickOne } from '../shown/picks';

/** The parts of an open document that say how to connect. */
export function connectionScopes(client: BaseLanguageClient, { uri }: TextDocument): Promise<ConnectionScopesResult> {
  const params: ConnectionScopesParams = { uri: uri.toString() };
  return client.sendRequest<ConnectionScopesResult>(CONNECTION_SCOPES, params);
}

/** The scope on the line, or the only one, or that which a person chooses. */
export async function chooseScope(
  scopes: ConnectionScopesResult,
  document: TextDocument,
  line: number | undefined,
): Promise<WireConnectionScope | undefined> {
  const here = scopes.find(({ range }) => range.start.line === line);
  if (here || scopes.length < 2) return here ?? scopes[0];
  const items = scopes.map((scope) => ({
    label: document.lineAt(scope.range.start.line).text.trim(),
    description: l10n.t('line {0}', scope.range.start.line + 1),
    scope,
  }));
  return (await pickOne(items, { placeHolder: l10n.t('Connect with which of these?') }))?.scope;
}
