import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { totalText } from '../../../server/src/cluster/words/lagWords';
import { groupWords } from '../../../server/src/cluster/words/verdictWords';
import { alertKey } from '../alerts/inputs';
import { createLagAlerts } from '../alerts/lagAlerts';
import { createMutedGroups } from '../alerts/muted';
import { thresholdsFor } from '../alerts/thresholds';
import { registerClusterTools } from '../assistant/registerTools';
import { createChartPanels } from '../chart/chartPanels';
import { chartState } from '../chart/chartState';
import { createHistoryStore } from '../chart/historyStore';
import type { KnownCluster, KnownClusters } from '../checklist/knownClusters';
import type { Connections } from '../connections/connections';
import type { KnownGroup, KnownGroups } from '../findGroup/knownGroups';
import { CLUSTER_VIEW, LAG_WELCOME } from '../names';
import { BrokerDisks } from '../running/brokerDisks';
import { Layouts } from '../running/layouts';
import { badgeOf } from './badge';
import type { ClusterView } from './clusterView';
import { groupsByLag } from './lag/order';
import { registerLagCommands } from './lagCommands';
import { onLagSettings, readLagSettings } from './lagSettings';
import { createLagView, type LagView } from './lagView';
import { LagWatches } from './lagWatches';
import { type Asked, overviewTree } from './overview/overviewTree';
import { createLiveTree } from './treeProvider';
import { welcomeOf } from './welcome';

/** How often ages on show are written anew, in milliseconds. */
const AGE_MS = 10_000;
/** How often the history is written to its files, in milliseconds. */
const SAVE_MS = 5 * 60_000;

export type ShownLag = Pick<LagView, 'tree' | 'provider'>;

/** The views of consumer lag and of clusters. What was connected is connected again once somebody looks at them. */
export function registerSidebar(
  extension: ExtensionContext,
  connections: Connections,
  { knownGroups, knownClusters }: { readonly knownGroups: KnownGroups; readonly knownClusters: KnownClusters },
): ShownLag {
  let settings = readLagSettings();
  const { intervalMs } = settings;
  const histories = createHistoryStore(extension.globalStorageUri.fsPath);
  const watches = new LagWatches({ connections, intervalMs, historyOf: (name) => histories.of(name) });
  knownGroups.provide(() => groupsOf(watches.views()));
  knownClusters.provide(() => watches.views().flatMap(knownCluster));
  const muted = createMutedGroups(extension.globalState);
  const view = createLagView((cluster, group) => muted.has(alertKey(cluster, group)));
  const layouts = new Layouts(connections, () => showOverview());
  const disks = new BrokerDisks(connections, () => showOverview());
  const asked: Asked = {
    layoutOf: (name) => layouts.of(name),
    disksOf: (name, broker) => disks.of(name, broker),
  };
  const overview = createLiveTree(overviewTree([], asked));
  const clusterView = window.createTreeView(CLUSTER_VIEW, { treeDataProvider: overview, showCollapseAll: true });
  const alerts = createLagAlerts(muted, {
    show: (cluster, group) => view.reveal(cluster, group),
    async mute(cluster, group) {
      await muted.set(alertKey(cluster, group), true);
      update();
    },
  });
  const isLooking = (): boolean => view.tree.visible || clusterView.visible || charts.isVisible;
  const look = (): void => {
    watches.isActive = settings.notifications || (isLooking() && window.state.focused);
    if (isLooking() || settings.notifications) void connections.resume();
  };
  const charts = createChartPanels(
    extension.extensionUri,
    (targets) =>
      chartState(targets, {
        views: watches.views(),
        intervalMs: settings.intervalMs,
        seriesOf: ({ clusterName, groupId, topic }) => histories.of(clusterName).series(groupId, topic),
        thresholdOf: thresholdsFor(settings),
      }),
    () => look(),
  );
  const update = (): void => {
    const views = watches.views();
    void commands.executeCommand('setContext', LAG_WELCOME, welcomeOf(views, workspace.isTrusted));
    view.update(views, badgeOf(views, thresholdsFor(settings)));
    showOverview(views);
    alerts.update(views, settings);
    charts.update();
    knownClusters.tell();
  };
  const showOverview = (views = watches.views()): void => overview.update(overviewTree(views, asked));
  const refreshAll = (): void => {
    update();
    look();
  };
  // Only old numbers have an age, all else comes with a refresh; in hidden views nobody sees it grow.
  const ages = setInterval(() => {
    const views = watches.views();
    if (views.every(({ staleMs }) => staleMs === undefined)) return;
    if (isLooking()) update();
    else alerts.update(views, settings);
  }, AGE_MS);
  const saves = setInterval(() => histories.save(), SAVE_MS);
  extension.subscriptions.push(
    {
      dispose() {
        clearInterval(ages);
        clearInterval(saves);
        histories.save();
      },
    },
    watches,
    view,
    overview,
    clusterView,
    alerts,
    charts,
    watches.onDidChange(update),
    view.tree.onDidChangeVisibility(refreshAll),
    clusterView.onDidChangeVisibility(refreshAll),
    clusterView.onDidExpandElement(({ element }) => {
      const { kind, clusterName, broker } = element;
      if (kind === 'topics' || kind === 'broker') void layouts.look(clusterName);
      if (kind === 'broker' && broker !== undefined) void disks.look(clusterName, broker);
    }),
    window.onDidChangeWindowState(look),
    workspace.onDidGrantWorkspaceTrust(refreshAll),
    onLagSettings((changed) => {
      settings = changed;
      watches.intervalMs = settings.intervalMs;
      refreshAll();
    }),
    ...registerClusterTools(() => watches.views()),
    ...registerLagCommands({ watches, view, charts, alerts, muted, update }),
  );
  refreshAll();
  return view;
}

/** The highest lag first, as in the tree. */
function groupsOf(views: readonly ClusterView[]): readonly KnownGroup[] {
  return views.flatMap((view) =>
    groupsByLag(view.snapshot?.groups ?? []).map((group) => ({
      id: group.groupId,
      description: [view.name, ...groupWords(group, view.trendOf(group.groupId)).short, totalText(group.total)].join(
        ' · ',
      ),
    })),
  );
}

/** What a checklist asks of a cluster that has been read. */
function knownCluster({ name, connection, snapshot }: ClusterView): KnownCluster[] {
  if (connection !== 'connected' || !snapshot) return [];
  return [{ name, groups: snapshot.groups.length, unhealthy: snapshot.unhealthy.length }];
}
