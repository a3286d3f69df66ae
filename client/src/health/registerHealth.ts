import * as l10n from '@vscode/l10n';
import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  HEALTH_CHANGED,
  LINT_WORKSPACE,
  WORKSPACE_HEALTH,
  type WorkspaceHealth,
} from '../../../server/src/protocol/workspaceMessages';
import { severityCounts } from '../counts';
import { COMMANDS, HEALTH_GROUPING, HEALTH_VIEW } from '../names';
import type { Server } from '../server';
import { showError, showInformation } from '../shown/messages';
import { createLiveTree } from '../sidebar/treeProvider';
import { countsOf } from './finding';
import { GROUPINGS, type Grouping } from './findingNodes';
import { collectFindings } from './findings';
import { healthTree } from './healthTree';

/** Many files change at once when a workspace has been linted; they are shown together, after this in milliseconds. */
const QUIET_MS = 100;

/** *Configuration Health*, and the command that lints the whole workspace. */
export function registerHealth(extension: ExtensionContext, server: Server): void {
  let health: WorkspaceHealth | undefined;
  let grouping = groupingIn(extension.workspaceState.get(HEALTH_GROUPING));
  let timer: NodeJS.Timeout | undefined;
  const nameOf = (uri: string): string => workspace.asRelativePath(Uri.parse(uri));
  const live = createLiveTree(healthTree({ findings: [], grouping, nameOf }));
  const view = window.createTreeView(HEALTH_VIEW, { treeDataProvider: live, showCollapseAll: true });
  const show = (): void => {
    const found = findings.all();
    const counts = countsOf(found);
    view.description = severityCounts(counts);
    view.badge = counts.error > 0 ? { value: counts.error, tooltip: badgeText(counts.error) } : undefined;
    live.update(healthTree({ findings: found, grouping, nameOf, ...(health && { health }) }));
  };
  const showSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      show();
    }, QUIET_MS);
  };
  const findings = collectFindings(showSoon);
  const ask = async (client = server.running()): Promise<void> => {
    if (!client || !view.visible) return;
    health = await client.sendRequest<WorkspaceHealth>(WORKSPACE_HEALTH, {});
    show();
  };
  // What cannot be told now is asked for again with the next change.
  const askSoon = (): void => void ask().catch(() => undefined);
  server.onCreate((client) =>
    follow(client, askSoon, () => {
      health = undefined;
      showSoon();
    }),
  );
  const setGrouping = (wanted: Grouping): void => {
    grouping = wanted;
    void commands.executeCommand('setContext', HEALTH_GROUPING, grouping);
    void extension.workspaceState.update(HEALTH_GROUPING, grouping);
    show();
  };
  setGrouping(grouping);
  extension.subscriptions.push(
    { dispose: () => clearTimeout(timer) },
    live,
    view,
    findings,
    view.onDidChangeVisibility(askSoon),
    commands.registerCommand(COMMANDS.lintWorkspace, () => lintWorkspace(server)),
    commands.registerCommand(COMMANDS.groupBySeverity, () => setGrouping('severity')),
    commands.registerCommand(COMMANDS.groupByRule, () => setGrouping('rule')),
    commands.registerCommand(COMMANDS.groupByFile, () => setGrouping('file')),
  );
}

function follow(client: BaseLanguageClient, onChange: () => void, onEnd: () => void): void {
  client.onNotification(HEALTH_CHANGED, onChange);
  client.onDidChangeState(() => {
    if (client.isRunning()) onChange();
    else onEnd();
  });
}

/** The server shows how far it is, and can be told to stop. */
async function lintWorkspace(server: Server): Promise<void> {
  if (!workspace.workspaceFolders?.length) {
    void showInformation(l10n.t('Open a folder first: there is no workspace to lint.'));
    return;
  }
  try {
    const client = await server.client();
    const { limit } = await client.sendRequest<WorkspaceHealth>(LINT_WORKSPACE, {});
    if (limit !== undefined) void showInformation(l10n.t('Not all files were linted. {0}', limit));
    await commands.executeCommand(`${HEALTH_VIEW}.focus`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void showError(l10n.t('The workspace could not be linted: {0}', reason));
  }
}

function badgeText(errors: number): string {
  return errors === 1 ? l10n.t('1 configuration error') : l10n.t('{0} configuration errors', errors);
}

function groupingIn(value: unknown): Grouping {
  return GROUPINGS.find((grouping) => grouping === value) ?? 'severity';
}
