import * as l10n from '@vscode/l10n';
import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { CHECKLIST, HEALTH_CHANGED, type WireChecklist } from '../../../server/src/protocol/workspaceMessages';
import { CHECKLIST_VIEW, COMMANDS } from '../names';
import type { Server } from '../server';
import { showError } from '../shown/messages';
import { createLiveTree } from '../sidebar/treeProvider';
import { checklistTree } from './checklistTree';
import type { KnownClusters } from './knownClusters';

/** A pause in which files change no more, in milliseconds: the checklist lints every file anew. */
const QUIET_MS = 2000;

/** *Production Checklist*: asked for while somebody looks at it, and anew when files have changed. */
export function registerChecklist(extension: ExtensionContext, server: Server, clusters: KnownClusters): void {
  let checklist: WireChecklist | undefined;
  let timer: NodeJS.Timeout | undefined;
  const nameOf = (uri: string): string => workspace.asRelativePath(Uri.parse(uri));
  const live = createLiveTree(checklistTree({ clusters: [], nameOf }));
  const view = window.createTreeView(CHECKLIST_VIEW, { treeDataProvider: live, showCollapseAll: true });
  const show = (): void =>
    live.update(checklistTree({ clusters: clusters.list(), nameOf, ...(checklist && { checklist }) }));
  const ask = async (client = server.running()): Promise<void> => {
    if (!client || !view.visible) return;
    checklist = await client.sendRequest<WireChecklist>(CHECKLIST, {});
    show();
  };
  // What cannot be told now is asked for again with the next change.
  const askSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask().catch(() => undefined), QUIET_MS);
  };
  server.onCreate((client) => {
    client.onNotification(HEALTH_CHANGED, askSoon);
    client.onDidChangeState(() => client.isRunning() && askSoon());
  });
  clusters.onChange(() => {
    if (view.visible) show();
  });
  extension.subscriptions.push(
    { dispose: () => clearTimeout(timer) },
    live,
    view,
    view.onDidChangeVisibility(() => void ask().catch(() => undefined)),
    commands.registerCommand(COMMANDS.refreshChecklist, () => refresh()),
  );
  const refresh = async (): Promise<void> => {
    try {
      await commands.executeCommand(`${CHECKLIST_VIEW}.focus`);
      await ask(await server.client());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void showError(l10n.t('The checklist could not be read: {0}', reason));
    }
  };
}
