import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DIRECTIVE_EDIT,
  type DirectiveEditParams,
  type DirectiveEditResult,
} from '../../../server/src/protocol/protocol';
import { showWarning } from '../shown/messages';
import { applyWireEdits } from './wireEdits';

/** Lets the file's own `kafka-lint` comment say the role or the version. */
export async function writeDirective(
  client: BaseLanguageClient,
  document: TextDocument,
  wish: Omit<DirectiveEditParams, 'uri'>,
): Promise<void> {
  const params: DirectiveEditParams = { uri: document.uri.toString(), ...wish };
  const answer = await client.sendRequest<DirectiveEditResult | null>(DIRECTIVE_EDIT, params);
  if (!answer) {
    void showWarning(l10n.t('Kafka Lint cannot write a comment into a file of this kind.'));
    return;
  }
  if (answer.version !== document.version) return;
  await applyWireEdits(document.uri, answer.edits);
}
