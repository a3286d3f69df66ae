import { durationText } from '../../../server/src/cluster/words/lagWords';
import type { ClusterView } from './clusterView';
import { ICONS } from './icons';
import { type Appearance, described, lines, type NodeIcon, spoken } from './node';

/** A cluster in either tree; `facts` is what the tree has to say of it while it is connected. */
export function clusterAppearance(view: ClusterView, facts: ClusterFacts): Appearance {
  const { name, bootstrapServers, security, sameAs, failure } = view;
  const twin = sameAs === undefined ? undefined : `same cluster as ${sameAs}`;
  const state = stateText(view);
  const old = view.staleMs === undefined ? undefined : `${durationText(view.staleMs / 1000)} old`;
  const isShown = view.snapshot !== undefined && view.connection === 'connected';
  return {
    label: name,
    ...described(state, twin, isShown ? facts.description : undefined, old),
    tooltip: lines(
      name,
      `${bootstrapServers.join(', ')}: ${security}`,
      twin && `The ${twin}: its brokers tell the same id.`,
      isShown ? facts.tooltip : undefined,
      old && `The numbers are ${old}.`,
      failure && `${failure.message} ${failure.whatToDo}`.trim(),
    ),
    icon: icon(view),
    context: `cluster.${view.connection}`,
    accessibleName: spoken(
      `Cluster ${name}`,
      state ?? 'connected',
      twin,
      isShown ? facts.spoken : undefined,
      old && `the numbers are ${old}`,
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
  if (connection === 'disconnected') return 'not connected';
  if (connection === 'connecting') return 'connecting…';
  if (connection === 'failed') return 'failed';
  return failure && 'unreachable';
}

function icon({ connection, failure, snapshot }: ClusterView): NodeIcon {
  if (connection !== 'connected') return ICONS[connection];
  if (failure) return ICONS.failed;
  return snapshot && snapshot.problems.length > 0 ? ICONS.troubled : ICONS.connected;
}
