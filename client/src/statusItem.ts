import * as l10n from '@vscode/l10n';
import { commands, type ExtensionContext, type LanguageStatusItem, LanguageStatusSeverity, window } from 'vscode';
import type { DocumentInfo } from '../../server/src/protocol/protocol';
import type { DocumentInfos } from './documentInfos';
import { COMMANDS } from './names';
import { createLanguageItem, writeLanguageItem } from './shown/statusBar';
import { countsText, targetText, UNREAD } from './statusText';

/** True while the active editor shows a file of Kafka's; commands and walkthroughs depend on it. */
const IS_KAFKA_FILE = 'kafkaLint.isKafkaFile';

/** Shows role, version and findings of the active file in the language status, and nothing for other files. */
export function showStatus(context: ExtensionContext, infos: DocumentInfos): void {
  let item: LanguageStatusItem | undefined;
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    const info = document && infos.of(document.uri);
    void commands.executeCommand('setContext', IS_KAFKA_FILE, info !== undefined);
    if (!info && !(document && infos.isUnread(document.uri))) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= createLanguageItem('kafkaLint.status');
    item.selector = { language: document.languageId };
    item.name = 'Kafka Config Lint';
    if (info) fill(item, info);
    else tellUnread(item);
  };
  context.subscriptions.push(window.onDidChangeActiveTextEditor(update), infos.onDidChange(update), {
    dispose: () => item?.dispose(),
  });
  update();
}

function fill(item: LanguageStatusItem, info: DocumentInfo): void {
  writeLanguageItem(item, countsText(info.findings), targetText(info));
  item.severity = severityOf(info.findings);
  item.command = {
    title: l10n.t('Change'),
    command: COMMANDS.changeTarget,
    tooltip: l10n.t('Change the role or the Kafka version'),
  };
}

function tellUnread(item: LanguageStatusItem): void {
  writeLanguageItem(item, l10n.t('not linted'), UNREAD);
  item.severity = LanguageStatusSeverity.Information;
  item.command = {
    title: l10n.t('Set Role'),
    command: COMMANDS.selectRole,
    tooltip: l10n.t('Say what the file configures'),
  };
}

function severityOf({ error, warning }: DocumentInfo['findings']): LanguageStatusSeverity {
  if (error > 0) return LanguageStatusSeverity.Error;
  return warning > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
