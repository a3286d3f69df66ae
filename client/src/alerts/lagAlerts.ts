import * as l10n from '@vscode/l10n';
import { commands, type Disposable, ThemeColor } from 'vscode';
import { countText, totalSentence } from '../../../server/src/cluster/words/lagWords';
import { groupWords } from '../../../server/src/cluster/words/verdictWords';
import { COMMANDS } from '../names';
import { showWarning } from '../shown/messages';
import { createBarItem, writeBar } from '../shown/statusBar';
import { type ClusterView, findGroup } from '../sidebar/clusterView';
import type { LagSettings } from '../sidebar/lagSettings';
import { type AlertMemory, decideAlerts } from './decide';
import { alertInputs, alertKey } from './inputs';
import type { MutedGroups } from './muted';
import { type LagStatusText, lagStatusText } from './statusText';
import { thresholdsFor } from './thresholds';

/** More at once are told as one. */
const MOST_AT_ONCE = 3;

export interface LagAlerts extends Disposable {
  /** Writes the status bar, and tells what has to be told. */
  update(views: readonly ClusterView[], settings: LagSettings): void;
  /** The group in the status bar. */
  readonly worst: LagStatusText['group'];
}

export interface AlertActions {
  show(clusterName: string, groupId: string): Promise<void>;
  mute(clusterName: string, groupId: string): Promise<void>;
}

export function createLagAlerts(muted: MutedGroups, actions: AlertActions): LagAlerts {
  const item = createBarItem('kafkaLint.lagStatus');
  item.name = l10n.t('Kafka Consumer Lag');
  item.command = COMMANDS.showWorstGroup;
  let worst: LagStatusText['group'];
  let memory: ReadonlyMap<string, AlertMemory> = new Map();
  let seen: ReadonlySet<string> = new Set();
  const showStatus = (views: readonly ClusterView[], settings: LagSettings): void => {
    const status = settings.statusBar ? lagStatusText(views, thresholdsFor(settings)) : undefined;
    worst = status?.group;
    if (!status) {
      item.hide();
      return;
    }
    writeBar(item, status);
    item.backgroundColor = status.isWarning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  };
  return {
    get worst() {
      return worst;
    },
    update(views, settings) {
      showStatus(views, settings);
      if (!settings.notifications) {
        memory = new Map();
        seen = new Set();
        return;
      }
      const inputs = alertInputs(
        views,
        thresholdsFor(settings),
        (key) => muted.has(key),
        (name) => seen.has(name),
      );
      const decision = decideAlerts(inputs, memory, Date.now(), {
        quietMs: settings.quietMs,
        tellsAll: settings.tellsAll,
      });
      memory = decision.memory;
      seen = new Set(views.filter(({ snapshot }) => snapshot).map(({ name }) => name));
      void tellAll(views, decision.tell, actions);
    },
    dispose: () => item.dispose(),
  };
}

async function tellAll(views: readonly ClusterView[], keys: readonly string[], actions: AlertActions): Promise<void> {
  const groups = views.flatMap((view) =>
    (view.snapshot?.groups ?? []).flatMap(({ groupId }) =>
      keys.includes(alertKey(view.name, groupId)) ? [{ view, groupId }] : [],
    ),
  );
  if (groups.length <= MOST_AT_ONCE) {
    await Promise.all(groups.map(({ view, groupId }) => tell(view, groupId, actions)));
    return;
  }
  const names = groups.map(({ groupId }) => groupId);
  const rest = countText(names.length - MOST_AT_ONCE);
  const message = l10n.t(
    '{0} consumer groups are above their lag threshold: {1} and {2} more.',
    countText(names.length),
    names.slice(0, MOST_AT_ONCE).join(', '),
    rest,
  );
  const show = l10n.t('Show Them');
  const [first] = groups;
  if ((await showWarning(message, show)) === show && first) {
    await actions.show(first.view.name, first.groupId);
  }
}

async function tell(view: ClusterView, groupId: string, actions: AlertActions): Promise<void> {
  const group = findGroup(view, groupId);
  if (!group) return;
  const [show, find, mute] = [l10n.t('Show Group'), l10n.t('Find Its Configuration'), l10n.t('Mute')] as const;
  const message = l10n.t(
    '{0} in {1}: {2}.',
    groupId,
    view.name,
    [...groupWords(group, view.trendOf(group.groupId)).short, totalSentence(group.total)].join(', '),
  );
  const choice = await showWarning(message, show, find, mute);
  if (choice === show) await actions.show(view.name, groupId);
  if (choice === find) await commands.executeCommand(COMMANDS.findGroup, groupId);
  if (choice === mute) await actions.mute(view.name, groupId);
}
