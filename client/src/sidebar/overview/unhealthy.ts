import type { UnhealthyPartition } from '../../../../server/src/cluster/model';
import { countText, plural, shortName } from '../../../../server/src/cluster/words/lagWords';
import { ICONS } from '../icons';
import { type Appearance, described, lines, spoken } from '../node';
import { noteAppearance } from '../noteAppearance';

type State = UnhealthyPartition['state'];

const WORDS: Readonly<Record<State, string>> = {
  offline: 'offline',
  'below-min-isr': 'below min.insync.replicas',
  'under-replicated': 'under-replicated',
};

const MEANINGS: Readonly<Record<State, string>> = {
  offline: 'No leader: nobody can read or write it.',
  'below-min-isr': 'Producers with acks=all are refused until more replicas are in sync.',
  'under-replicated': 'It works; fewer copies than wanted are up to date.',
};

/** The node that holds the partitions which are not well. `isStale` says no more than that they were when last seen. */
export function unhealthyAppearance(unhealthy: readonly UnhealthyPartition[], isStale: boolean): Appearance {
  if (isStale && unhealthy.length === 0) {
    const label = 'All partitions were healthy';
    const tooltip = 'That was so when the cluster was last seen.';
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
    label: isWell ? 'All partitions healthy' : 'Unhealthy partitions',
    ...described(states.join(', ')),
    tooltip: isWell ? 'Every replica of every partition is in sync.' : states.join('\n'),
    icon: isWell ? ICONS.healthy : bad,
    context: 'unhealthy',
    accessibleName: isWell
      ? 'All partitions healthy'
      : spoken(plural(unhealthy.length, 'unhealthy partition'), ...states),
    fold: isWell ? 'none' : 'collapsed',
  };
}

export function partitionNodeAppearance(found: UnhealthyPartition | undefined): Appearance {
  if (!found) return noteAppearance('The partition is well again');
  const { topic, partition, state, leader, replicas, inSyncReplicas, minInSyncReplicas } = found;
  const sync = `${inSyncReplicas.length} of ${replicas.length} in sync`;
  const least = minInSyncReplicas === undefined ? undefined : `min.insync.replicas ${minInSyncReplicas}`;
  return {
    label: `${shortName(topic)}-${partition}`,
    ...described(WORDS[state], sync),
    tooltip: lines(
      `${topic}, partition ${partition}: ${WORDS[state]}`,
      MEANINGS[state],
      `Replicas: ${replicas.join(', ')}`,
      `In sync: ${inSyncReplicas.join(', ') || 'none'}`,
      least,
      leader === undefined ? 'No leader' : `Leader: broker ${leader}`,
    ),
    icon: state === 'offline' ? ICONS.offline : ICONS.troubled,
    context: 'unhealthyPartition',
    accessibleName: spoken(`${topic}, partition ${partition}`, WORDS[state], sync, least),
    fold: 'none',
  };
}
