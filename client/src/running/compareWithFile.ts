import * as l10n from '@vscode/l10n';
import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode';
import {
  COMPARE_RUNNING,
  type ComparedFile,
  type CompareRunningParams,
  type CompareRunningResult,
} from '../../../server/src/protocol/clusterMessages';
import { COMMANDS } from '../names';
import type { Server } from '../server';
import { showInformation } from '../shown/messages';
import { pickOne } from '../shown/picks';
import { createReadOnlyTexts, type ReadOnlyTexts } from '../shown/readOnlyTexts';
import { partOf } from './nodes';

const SCHEME = 'kafka-lint-running';

/** *Compare with File*: the file as it would be if it said what runs, beside the file. */
export function registerCompareWithFile(extension: Pick<ExtensionContext, 'subscriptions'>, server: Server): void {
  const texts = createReadOnlyTexts(extension, SCHEME);
  extension.subscriptions.push(
    commands.registerCommand(COMMANDS.compareWithFile, (chosen: unknown) => compare(chosen, server, texts)),
  );
}

async function compare(chosen: unknown, server: Server, texts: ReadOnlyTexts): Promise<void> {
  const part = partOf(chosen);
  const uri = chosen instanceof Uri ? chosen : window.activeTextEditor?.document.uri;
  const params: CompareRunningParams | undefined = part ?? (uri && { uri: uri.toString() });
  if (!params) return;
  const client = await server.client();
  const files = await client.sendRequest<CompareRunningResult>(COMPARE_RUNNING, params);
  if (files.length === 0) {
    const what = part ? l10n.t('{0} of {1}', part.name, part.cluster) : workspace.asRelativePath(uri ?? '');
    void showInformation(
      l10n.t(
        'Nothing shows for certain which file and which connected cluster belong together ({0}). The setting kafkaLint.clusterFiles can say so.',
        what,
      ),
    );
    return;
  }
  const file = await pickFile(files);
  if (file) await show(file, texts);
}

async function pickFile(files: readonly ComparedFile[]): Promise<ComparedFile | undefined> {
  const [only, ...others] = files;
  if (others.length === 0) return only;
  const items = files.map((file) => ({ label: workspace.asRelativePath(Uri.parse(file.uri)), file }));
  return (await pickOne(items, { placeHolder: l10n.t('Which file?') }))?.file;
}

async function show({ uri, text, cluster, differences, unwritten }: ComparedFile, texts: ReadOnlyTexts): Promise<void> {
  const target = Uri.parse(uri);
  const name = workspace.asRelativePath(target);
  if (differences === 0) {
    void showInformation(l10n.t('{0} runs with what {1} says.', cluster, name));
    return;
  }
  const running = texts.put(target, cluster, text);
  await commands.executeCommand('vscode.diff', running, target, l10n.t('{0} runs with ↔ {1}', cluster, name), {
    preview: true,
  });
  if (unwritten > 0) {
    void showInformation(
      l10n.t('Differences that the file’s text cannot show: {0}. They are hints in the file.', unwritten),
    );
  }
}
