import { Uri, window, workspace } from 'vscode';
import { plural } from '../../../../server/src/cluster/words/lagWords';
import { showError, showInformation } from '../../shown/messages';
import { csvText, jsonText } from './lagText';
import type { LagRow } from './rows';

/** Writes the rows as the file's name says, CSV or JSON; `target` spares the question for a file. */
export async function exportLag(rows: readonly LagRow[], target?: Uri): Promise<void> {
  if (rows.length === 0) {
    void showInformation('There is no lag to export.');
    return;
  }
  const uri = target ?? (await askFile());
  if (!uri) return;
  const text = uri.path.toLowerCase().endsWith('.json') ? jsonText(rows) : csvText(rows);
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    void showError(`The lag could not be written to ${uri.fsPath}: ${String(error)}`);
    return;
  }
  if (!target) void offerOpen(uri, rows.length);
}

async function offerOpen(uri: Uri, count: number): Promise<void> {
  const open = 'Open';
  const name = workspace.asRelativePath(uri);
  if ((await showInformation(`Wrote ${plural(count, 'row')} to ${name}.`, open)) !== open) return;
  await window.showTextDocument(uri);
}

function askFile(): Thenable<Uri | undefined> {
  const stamp = new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `consumer-lag-${stamp}.csv`;
  return window.showSaveDialog({
    title: 'Export Consumer Lag',
    defaultUri: folder ? Uri.joinPath(folder, name) : Uri.file(name),
    filters: { CSV: ['csv'], JSON: ['json'] },
  });
}
