import * as l10n from '@vscode/l10n';
import type { UnhealthyPartition } from '../../../../server/src/cluster/model';
import { countText, shortName } from '../../../../server/src/cluster/words/lagWords';
import { ICONS } from '../icons';
import { type Appearance, described, lines, spoken } from '../node';
import { noteAppearance } from '../noteAppearance';

type State = UnhealthyPartition['state'];

const WORDS: Readonly<Record<State, string>> = {
  offline: l10n.t('offline'),
  'below-min-isr': l10n.t('below min.insync.replicas'),
  'under-replicated': l10n.t('under-replicated'),
};

const MEANINGS: Readonly<Record<State, string>> = {
  offline: l10n.t('No leader: nobody can read or write it.'),
  'below-min-isr': l10n.t('Producers with acks=all are refused until more replicas are in sync.'),
  'under-replicated': l10n.t('It works; fewer copies than wanted are up to date.'),
};

/** The node that holds the partitions which are not well. `isStale` says no more than that they were when last seen. */
export function unhealthyAppearance(unhealthy: readonly UnhealthyPartition[], isStale: boolean): Appearance {
  if (isStale && unhealthy.length === 0) {
    const label = l10n.t('All partitions were healthy');
    const tooltip = l10n.t('That was so when the cluster was last seen.');
    return { label, tooltip, icon: ICONS.unknown, context: 'unhealthy', accessibleName: label, fold: 'none' };
  }
  const states = (['offline', 'below-min-isr', 'under-replicated'] as const).flatMap((state) => {
    const count = unhealthy.filter((partition) => partition.state === state).length;
    return count > 0 ? [`${countText(count)} ${WORDS[state]}`] : [];
  });
  const isWell = unhealthy.length === 0;
  const isOffline = unhealthy.some(({ state }) => state === 'offline');
  const bad = isOffline ? ICONS.offline : ICONS.troubled;
  return {
    label: isWell ? l10n.t('All partitions healthy') : l10n.t('Unhealthy partitions'),
    ...described(states.join(', ')),
    tooltip: isWell ? l10n.t('Every replica of every partition is in sync.') : states.join('\n'),
    icon: isWell ? ICONS.healthy : bad,
    context: 'unhealthy',
    accessibleName: isWell ? l10n.t('All partitions healthy') : spoken(unhealthyCount(unhealthy.length), ...states),
    fold: isWell ? 'none' : 'collapsed',
  };
}

const unhealthyCount = (n: number): string =>
  n === 1 ? l10n.t('1 unhealthy partition') : l10n.t('{0} unhealthy partitions', countText(n));

export function partitionNodeAppearance(found: UnhealthyPartition | undefined): Appearance {
  if (!found) return noteAppearance(l10n.t('The partition is well again'));
  const { topic, partition, state, leader, replicas, inSyncReplicas, minInSyncReplicas } = found;
  const sync = l10n.t('{0} of {1} in sync', inSyncReplicas.length, replicas.length);
  const least = minInSyncReplicas === undefined ? undefined : `min.insync.replicas ${minInSyncReplicas}`;
  return {
    label: `${shortName(topic)}-${partition}`,
    ...described(WORDS[state], sync),
    tooltip: lines(
      l10n.t('{0}, partition {1}: {2}', topic, partition, WORDS[state]),
      MEANINGS[state],
      l10n.t('Replicas: {0}', replicas.join(', ')),
      l10n.t('In sync: {0}', inSyncReplicas.join(', ') || l10n.t('none')),
      least,
      leader === undefined ? l10n.t('No leader') : l10n.t('Leader: broker {0}', leader),
    ),
    icon: state === 'offline' ? ICONS.offline : ICONS.troubled,
    context: 'unhealthyPartition',
    accessibleName: spoken(l10n.t('{0}, partition {1}', topic, partition), WORDS[state], sync, least),
    fold: 'none',
  };
}
