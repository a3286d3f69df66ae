import * as l10n from '@vscode/l10n';
import { commands, type Disposable, env, Uri } from 'vscode';
import { alertKey } from '../alerts/inputs';
import type { LagAlerts } from '../alerts/lagAlerts';
import type { MutedGroups } from '../alerts/muted';
import type { ChartPanels } from '../chart/chartPanels';
import { chartTargets, MOST_SERIES } from '../chart/chartState';
import { COMMANDS } from '../names';
import { showInformation } from '../shown/messages';
import { askFilter } from './askFilter';
import { exportLag } from './export/exportLag';
import { tableText } from './export/lagText';
import { type LagRow, rowsOf } from './export/rows';
import type { LagView } from './lagView';
import type { LagWatches } from './lagWatches';
import type { ViewNode } from './node';
import { nodesOf } from './nodeArguments';

export interface LagParts {
  readonly watches: LagWatches;
  readonly view: LagView;
  readonly charts: ChartPanels;
  readonly alerts: LagAlerts;
  readonly muted: MutedGroups;
  /** Shows everything anew. */
  readonly update: () => void;
}

/** The commands of the view's title, its menus and the status bar. */
export function registerLagCommands({ watches, view, charts, alerts, muted, update }: LagParts): Disposable[] {
  const rows = (clicked: unknown, selected: unknown): readonly LagRow[] =>
    rowsOf(watches.views(), nodesOf(clicked, selected), view.filter);
  const mute = async (clicked: unknown, selected: unknown, isMuted: boolean): Promise<void> => {
    for (const { clusterName, groupId } of nodesOf(clicked, selected)) {
      if (groupId !== undefined) await muted.set(alertKey(clusterName, groupId), isMuted);
    }
    update();
  };
  const handlers: Readonly<Record<string, (clicked: unknown, selected: unknown) => unknown>> = {
    [COMMANDS.refreshLag]: () => watches.refresh(),
    [COMMANDS.filterLag]: (text) =>
      typeof text === 'string' ? view.setFilter(text) : askFilter(view.filterText, view.setFilter),
    [COMMANDS.clearLagFilter]: () => view.setFilter(''),
    [COMMANDS.openLagChart]: (clicked, selected) => {
      const targets = chartTargets(nodesOf(clicked, selected), watches.views());
      if (targets.length > 0) charts.open(targets.slice(0, MOST_SERIES));
      if (targets.length > MOST_SERIES) tellOfMost(targets.length);
    },
    [COMMANDS.showWorstGroup]: () =>
      alerts.worst ? view.reveal(alerts.worst.clusterName, alerts.worst.groupId) : view.reveal('', ''),
    [COMMANDS.muteGroup]: (clicked, selected) => mute(clicked, selected, true),
    [COMMANDS.unmuteGroup]: (clicked, selected) => mute(clicked, selected, false),
    [COMMANDS.copyLagName]: (clicked, selected) =>
      env.clipboard.writeText(nodesOf(clicked, selected).map(nameOf).join('\n')),
    [COMMANDS.copyLag]: (clicked, selected) => env.clipboard.writeText(tableText(rows(clicked, selected))),
    [COMMANDS.exportLag]: (clicked, selected) =>
      clicked instanceof Uri ? exportLag(rows(undefined, undefined), clicked) : exportLag(rows(clicked, selected)),
  };
  return Object.entries(handlers).map(([command, handler]) => commands.registerCommand(command, handler));
}

function tellOfMost(chosen: number): void {
  const message = l10n.t(
    'A chart has room for {0} lines, so it shows the first {1} of the {2} that are selected.',
    MOST_SERIES,
    MOST_SERIES,
    chosen,
  );
  void showInformation(message);
}

function nameOf({ text, partition, topic, groupId, broker, clusterName }: ViewNode): string {
  if (text !== undefined) return text;
  return partition === undefined ? (topic ?? groupId ?? String(broker ?? clusterName)) : `${topic}-${partition}`;
}
