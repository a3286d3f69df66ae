import * as l10n from '@vscode/l10n';
import { Uri, window, workspace } from 'vscode';
import { countText } from '../../../../server/src/cluster/words/lagWords';
import { showError, showInformation } from '../../shown/messages';
import { csvText, jsonText } from './lagText';
import type { LagRow } from './rows';

/** Writes the rows as the file's name says, CSV or JSON; `target` spares the question for a file. */
export async function exportLag(rows: readonly LagRow[], target?: Uri): Promise<void> {
  if (rows.length === 0) {
    void showInformation(l10n.t('There is no lag to export.'));
    return;
  }
  const uri = target ?? (await askFile());
  if (!uri) return;
  const text = uri.path.toLowerCase().endsWith('.json') ? jsonText(rows) : csvText(rows);
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    void showError(l10n.t('The lag could not be written to {0}: {1}', uri.fsPath, String(error)));
    return;
  }
  if (!target) void offerOpen(uri, rows.length);
}

async function offerOpen(uri: Uri, count: number): Promise<void> {
  const open = l10n.t('Open');
  const name = workspace.asRelativePath(uri);
  const message =
    count === 1 ? l10n.t('Wrote 1 row to {0}.', name) : l10n.t('Wrote {0} rows to {1}.', countText(count), name);
  if ((await showInformation(message, open)) !== open) return;
  await window.showTextDocument(uri);
}

function askFile(): Thenable<Uri | undefined> {
  const stamp = new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `consumer-lag-${stamp}.csv`;
  return window.showSaveDialog({
    title: l10n.t('Export Consumer Lag'),
    defaultUri: folder ? Uri.joinPath(folder, name) : Uri.file(name),
    filters: { CSV: ['csv'], JSON: ['json'] },
  });
}
