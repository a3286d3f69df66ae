import * as l10n from '@vscode/l10n';
import { window } from 'vscode';
import { FIX_ALL, type FixAllParams, type FixAllResult } from '../../../server/src/protocol/protocol';
import { showInformation, showWarning } from '../shown/messages';
import type { CommandContext } from './context';
import { fixedText } from './fixedText';
import { applyWireEdits } from './wireEdits';

/** Applies all safe fixes to the active file, as on saving, and says what it did and what is left. */
export async function fixAll({ server }: CommandContext): Promise<void> {
  const document = window.activeTextEditor?.document;
  const params: FixAllParams | undefined = document && { uri: document.uri.toString() };
  const client = await server.client();
  const result = params ? await client.sendRequest<FixAllResult>(FIX_ALL, params) : null;
  if (!document || !result) {
    void showInformation(l10n.t('Open a file with Kafka configuration first: the active editor has none.'));
    return;
  }
  const isSame = document.version === result.version;
  if (isSame && (result.edits.length === 0 || (await applyWireEdits(document.uri, result.edits)))) {
    void showInformation(fixedText(result));
  } else {
    void showWarning(l10n.t('The file has changed meanwhile, so nothing was fixed. Try again.'));
  }
}
