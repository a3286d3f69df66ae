import { commands, type ExtensionContext, env, Uri, window, workspace } from 'vscode';
import { thresholdsFor } from '../alerts/thresholds';
import { LagHistory } from '../cluster/trend/history';
import type { Connections } from '../connections/connections';
import { CLUSTER_VIEW, COMMANDS, LAG_WELCOME } from '../names';
import { askFilter } from './askFilter';
import { badgeOf } from './badge';
import { exportLag } from './export/exportLag';
import { tableText } from './export/lagText';
import { type LagRow, rowsOf } from './export/rows';
import { onLagSettings, readLagSettings } from './lagSettings';
import { createLagView, type LagView } from './lagView';
import { LagWatches } from './lagWatches';
import { nodesOf } from './nodeArguments';
import { overviewTree } from './overview/overviewTree';
import { createLiveTree } from './treeProvider';
import { welcomeOf } from './welcome';

/** How often ages on show are written anew, in milliseconds. */
const AGE_MS = 10_000;

/** The views of consumer lag and of clusters. What was connected is connected again once somebody looks at them. */
export function registerSidebar(extension: ExtensionContext, connections: Connections): void {
  let settings = readLagSettings();
  const watches = new LagWatches({
    connections,
    intervalMs: settings.intervalMs,
    historyOf: () => new LagHistory(),
  });
  const view = createLagView(() => false);
  const overview = createLiveTree(overviewTree([]));
  const clusterView = window.createTreeView(CLUSTER_VIEW, { treeDataProvider: overview, showCollapseAll: true });
  const update = (): void => {
    const views = watches.views();
    void commands.executeCommand('setContext', LAG_WELCOME, welcomeOf(views, workspace.isTrusted));
    view.update(views, badgeOf(views, thresholdsFor(settings)));
    overview.update(overviewTree(views));
  };
  const look = (): void => {
    const isLooking = view.tree.visible || clusterView.visible;
    watches.isActive = settings.notifications || (isLooking && window.state.focused);
    if (isLooking) void connections.resume();
  };
  const ages = setInterval(() => {
    if (view.tree.visible || clusterView.visible) update();
  }, AGE_MS);
  extension.subscriptions.push(
    watches,
    view,
    overview,
    clusterView,
    watches.onDidChange(update),
    view.tree.onDidChangeVisibility(look),
    clusterView.onDidChangeVisibility(look),
    window.onDidChangeWindowState(look),
    workspace.onDidGrantWorkspaceTrust(() => {
      update();
      look();
    }),
    onLagSettings((changed) => {
      settings = changed;
      watches.intervalMs = settings.intervalMs;
      look();
      update();
    }),
    { dispose: () => clearInterval(ages) },
  );
  registerLagCommands(extension, watches, view);
  update();
  look();
}

function registerLagCommands(extension: ExtensionContext, watches: LagWatches, view: LagView): void {
  const rows = (clicked: unknown, selected: unknown): readonly LagRow[] =>
    rowsOf(watches.views(), nodesOf(clicked, selected), view.filter);
  const handlers: Readonly<Record<string, (clicked: unknown, selected: unknown) => unknown>> = {
    [COMMANDS.refreshLag]: () => watches.refresh(),
    [COMMANDS.filterLag]: (text) =>
      typeof text === 'string' ? view.setFilter(text) : askFilter(view.filterText, view.setFilter),
    [COMMANDS.clearLagFilter]: () => view.setFilter(''),
    [COMMANDS.copyLagName]: (clicked, selected) => {
      const names = nodesOf(clicked, selected).map(
        ({ text, partition, topic, groupId, broker, clusterName }) =>
          text ??
          (partition === undefined ? (topic ?? groupId ?? String(broker ?? clusterName)) : `${topic}-${partition}`),
      );
      return env.clipboard.writeText(names.join('\n'));
    },
    [COMMANDS.copyLag]: (clicked, selected) => env.clipboard.writeText(tableText(rows(clicked, selected))),
    [COMMANDS.exportLag]: (clicked, selected) =>
      clicked instanceof Uri ? exportLag(rows(undefined, undefined), clicked) : exportLag(rows(clicked, selected)),
  };
  for (const [command, handler] of Object.entries(handlers)) {
    extension.subscriptions.push(commands.registerCommand(command, handler));
  }
}
