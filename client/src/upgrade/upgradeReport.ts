import * as l10n from '@vscode/l10n';
import { type CancellationToken, type Progress, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { filePatterns } from '../../../server/src/protocol/files';
import {
  CHOICES,
  type Choices,
  UPGRADE_REPORT,
  type UpgradeReportParams,
  type UpgradeReportResult,
  type WireUpgrade,
} from '../../../server/src/protocol/protocol';
import type { CommandContext } from '../commands/context';
import { pickOne } from '../shown/picks';
import { withProgress } from '../shown/progress';
import { type WorkspaceText, workspaceTexts } from '../workspaceTexts';
import { renderUpgrade } from './render';
import type { ReportDocuments } from './reportDocument';

/** So many files go to the server at a time, between which the person may cancel. */
const BATCH = 50;

/** Lists what a newer Kafka changes for the files of the workspace. `wanted` is its version; else a person is asked. */
export async function upgradeReport(
  { server }: CommandContext,
  documents: ReportDocuments,
  wanted: unknown,
): Promise<void> {
  const client = await server.client();
  const version = typeof wanted === 'string' ? wanted : await pickVersion(client);
  const files = version && (await collect(client, version));
  if (!files) return;
  await documents.show(
    version,
    renderUpgrade(version, files, (uri) => workspace.asRelativePath(Uri.parse(uri))),
  );
}

async function pickVersion(client: BaseLanguageClient): Promise<string | undefined> {
  const { versions } = await client.sendRequest<Choices>(CHOICES);
  const items = versions.map((label) => ({ label }));
  return (await pickOne(items, { placeHolder: l10n.t('Upgrade to which Kafka version?') }))?.label;
}

/** Undefined when the person does not want to wait. */
function collect(client: BaseLanguageClient, to: string): Thenable<readonly WireUpgrade[] | undefined> {
  const title = l10n.t('What Kafka {0} changes', to);
  return withProgress(title, async (progress, token) => {
    const texts = await workspaceTexts(filePatterns('settings'), () => true, token);
    const reports = await inBatches(client, to, texts, progress, token);
    return token.isCancellationRequested ? undefined : reports;
  });
}

async function inBatches(
  client: BaseLanguageClient,
  to: string,
  texts: readonly WorkspaceText[],
  progress: Progress<{ message: string; increment: number }>,
  token: CancellationToken,
): Promise<WireUpgrade[]> {
  const reports: WireUpgrade[] = [];
  for (let at = 0; at < texts.length && !token.isCancellationRequested; at += BATCH) {
    const files = texts.slice(at, at + BATCH);
    const params: UpgradeReportParams = { to, files };
    reports.push(...(await client.sendRequest<UpgradeReportResult>(UPGRADE_REPORT, params, token)));
    progress.report({
      message: l10n.t('{0} of {1} files', at + files.length, texts.length),
      increment: (files.length * 100) / texts.length,
    });
  }
  return reports.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}
