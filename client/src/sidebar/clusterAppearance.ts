import * as l10n from '@vscode/l10n';
import { durationText } from '../../../server/src/cluster/words/lagWords';
import type { ClusterView } from './clusterView';
import { ICONS } from './icons';
import { type Appearance, described, lines, type NodeIcon, spoken } from './node';

/** A cluster in either tree; `facts` is what the tree has to say of it while it is connected. */
export function clusterAppearance(view: ClusterView, facts: ClusterFacts): Appearance {
  const { name, bootstrapServers, security, sameAs, failure } = view;
  const twin = sameAs === undefined ? undefined : l10n.t('same cluster as {0}', sameAs);
  const state = stateText(view);
  const old = view.staleMs === undefined ? undefined : l10n.t('{0} old', durationText(view.staleMs / 1000));
  const isShown = view.snapshot !== undefined && view.connection === 'connected';
  return {
    label: name,
    ...described(state, twin, isShown ? facts.description : undefined, old),
    tooltip: lines(
      name,
      `${bootstrapServers.join(', ')}: ${security}`,
      twin && l10n.t('The {0}: its brokers tell the same id.', twin),
      isShown ? facts.tooltip : undefined,
      old && l10n.t('The numbers are {0}.', old),
      failure && `${failure.message} ${failure.whatToDo}`.trim(),
    ),
    icon: icon(view),
    context: `cluster.${view.connection}`,
    accessibleName: spoken(
      l10n.t('Cluster {0}', name),
      state ?? l10n.t('connected'),
      twin,
      isShown ? facts.spoken : undefined,
      old && l10n.t('the numbers are {0}', old),
      failure?.message,
    ),
    fold: view.connection === 'disconnected' || view.connection === 'connecting' ? 'none' : 'expanded',
  };
}

export interface ClusterFacts {
  readonly description?: string;
  readonly tooltip?: string;
  readonly spoken?: string;
}

function stateText({ connection, failure }: ClusterView): string | undefined {
  if (connection === 'disconnected') return l10n.t('not connected');
  if (connection === 'connecting') return l10n.t('connecting…');
  if (connection === 'failed') return l10n.t('failed');
  return failure && l10n.t('unreachable');
}

function icon({ connection, failure, snapshot }: ClusterView): NodeIcon {
  if (connection !== 'connected') return ICONS[connection];
  if (failure) return ICONS.failed;
  return snapshot && snapshot.problems.length > 0 ? ICONS.troubled : ICONS.connected;
}
