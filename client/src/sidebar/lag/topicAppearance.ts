import * as l10n from '@vscode/l10n';
import { lostOf } from '../../../../server/src/cluster/assemble/lag';
import type { GroupSnapshot, LagTotal, Offset, PartitionLag, TopicLag } from '../../../../server/src/cluster/model';
import { worstStatus } from '../../../../server/src/cluster/trend/verdict';
import {
  countText,
  shortCount,
  shortName,
  totalSentence,
  totalText,
  unknownDetail,
  unknownText,
} from '../../../../server/src/cluster/words/lagWords';
import { lostIn, statusSentence, statusWord } from '../../../../server/src/cluster/words/verdictWords';
import { partitionCount } from '../../counts';
import type { ClusterView } from '../clusterView';
import { ICONS, statusIcon } from '../icons';
import { type Appearance, described, lines, spoken } from '../node';

export function topicAppearance(
  view: ClusterView,
  group: GroupSnapshot,
  { topic, partitions, total }: TopicLag,
): Appearance {
  const status = worstStatus(new Set(partitions.map((partition) => view.statusOf(group.groupId, partition))));
  const count = partitionCount(partitions.length);
  const lost = lostIn(partitions);
  const sentence = statusSentence(status, lost);
  return {
    label: shortName(topic),
    ...described(
      status && status !== 'OK' ? statusWord(status, lost) : undefined,
      topicLagText(total, partitions),
      count,
    ),
    tooltip: lines(topic, sentence, l10n.t('Lag of {0}: {1}', group.groupId, totalSentence(total)), count),
    icon: total.knownPartitions > 0 ? statusIcon(status, view.staleMs !== undefined) : ICONS.unknown,
    context: 'topic',
    accessibleName: spoken(l10n.t('Topic {0}', topic), sentence, totalSentence(total), count),
    fold: 'collapsed',
  };
}

function topicLagText(total: LagTotal, partitions: readonly PartitionLag[]): string {
  if (total.knownPartitions > 0) return totalText(total);
  const [first] = partitions;
  const isSame = (lag: Offset) => typeof lag !== 'bigint' && first && unknownText(lag) === offsetText(first.lag);
  return first && partitions.every(({ lag }) => isSame(lag)) ? offsetText(first.lag) : totalText(total);
}

export function partitionAppearance(view: ClusterView, group: GroupSnapshot, partition: PartitionLag): Appearance {
  const { lag, committed, logEnd, stableEnd, logStart, leader } = partition;
  const lost = lostOf(partition);
  const status = view.statusOf(group.groupId, partition);
  const isKnown = typeof lag === 'bigint';
  const member = group.members.find(({ memberId }) => memberId === partition.memberId);
  const owner = member && l10n.t('{0} at {1}', member.clientId, member.host);
  const note = status && status !== 'OK' ? statusWord(status, lost) : undefined;
  const sentence = isKnown ? statusSentence(status, lost) : undefined;
  return {
    label: l10n.t('Partition {0}', partition.partition),
    ...described(note, lagText(lag), member?.clientId),
    tooltip: lines(
      l10n.t('{0}, partition {1}', partition.topic, partition.partition),
      sentence,
      l10n.t('Lag: {0}', typeof lag === 'bigint' ? countText(lag) : unknownDetail(lag)),
      l10n.t('Committed: {0}', detailText(committed)),
      l10n.t('Log: {0} to {1}', detailText(logStart), detailText(logEnd)),
      stableEnd === undefined ? undefined : l10n.t('Last stable offset: {0}', countText(stableEnd)),
      leader === undefined ? l10n.t('No leader') : l10n.t('Leader: broker {0}', leader),
      owner ? l10n.t('Read by {0}', owner) : l10n.t('Read by nobody that is known'),
    ),
    icon: isKnown ? statusIcon(status, view.staleMs !== undefined) : ICONS.unknown,
    context: 'partition',
    accessibleName: spoken(
      l10n.t('Partition {0}', partition.partition),
      isKnown ? l10n.t('{0} messages behind', countText(lag)) : l10n.t('lag not known: {0}', offsetText(lag)),
      l10n.t('committed {0} of {1}', detailText(committed), detailText(logEnd)),
      sentence,
      owner && l10n.t('read by {0}', owner),
    ),
    fold: 'none',
  };
}

function lagText(lag: Offset): string {
  return lag === 0n ? l10n.t('caught up') : offsetText(lag);
}

function offsetText(offset: Offset): string {
  return typeof offset === 'bigint' ? shortCount(offset) : unknownText(offset);
}

function detailText(offset: Offset): string {
  return typeof offset === 'bigint' ? countText(offset) : unknownDetail(offset);
}
