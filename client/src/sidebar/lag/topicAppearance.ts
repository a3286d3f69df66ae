import { lostOf } from '../../../../server/src/cluster/assemble/lag';
import type { GroupSnapshot, LagTotal, Offset, PartitionLag, TopicLag } from '../../../../server/src/cluster/model';
import { worstStatus } from '../../../../server/src/cluster/trend/verdict';
import {
  countText,
  plural,
  shortCount,
  shortName,
  totalSentence,
  totalText,
  unknownDetail,
  unknownText,
} from '../../../../server/src/cluster/words/lagWords';
import { lostIn, statusSentence, statusWord } from '../../../../server/src/cluster/words/verdictWords';
import type { ClusterView } from '../clusterView';
import { ICONS, statusIcon } from '../icons';
import { type Appearance, described, lines, spoken } from '../node';

export function topicAppearance(
  view: ClusterView,
  group: GroupSnapshot,
  { topic, partitions, total }: TopicLag,
): Appearance {
  const status = worstStatus(new Set(partitions.map((partition) => view.statusOf(group.groupId, partition))));
  const count = plural(partitions.length, 'partition');
  const lost = lostIn(partitions);
  const sentence = statusSentence(status, lost);
  return {
    label: shortName(topic),
    ...described(
      status && status !== 'OK' ? statusWord(status, lost) : undefined,
      topicLagText(total, partitions),
      count,
    ),
    tooltip: lines(topic, sentence, `Lag of ${group.groupId}: ${totalSentence(total)}`, count),
    icon: total.knownPartitions > 0 ? statusIcon(status, view.staleMs !== undefined) : ICONS.unknown,
    context: 'topic',
    accessibleName: spoken(`Topic ${topic}`, sentence, totalSentence(total), count),
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
  const owner = member && `${member.clientId} at ${member.host}`;
  const note = status && status !== 'OK' ? statusWord(status, lost) : undefined;
  const sentence = isKnown ? statusSentence(status, lost) : undefined;
  return {
    label: `Partition ${partition.partition}`,
    ...described(note, lagText(lag), member?.clientId),
    tooltip: lines(
      `${partition.topic}, partition ${partition.partition}`,
      sentence,
      `Lag: ${typeof lag === 'bigint' ? countText(lag) : unknownDetail(lag)}`,
      `Committed: ${detailText(committed)}`,
      `Log: ${detailText(logStart)} to ${detailText(logEnd)}`,
      stableEnd === undefined ? undefined : `Last stable offset: ${countText(stableEnd)}`,
      leader === undefined ? 'No leader' : `Leader: broker ${leader}`,
      owner ? `Read by ${owner}` : 'Read by nobody that is known',
    ),
    icon: isKnown ? statusIcon(status, view.staleMs !== undefined) : ICONS.unknown,
    context: 'partition',
    accessibleName: spoken(
      `Partition ${partition.partition}`,
      isKnown ? `${countText(lag)} messages behind` : `lag not known: ${offsetText(lag)}`,
      `committed ${detailText(committed)} of ${detailText(logEnd)}`,
      sentence,
      owner && `read by ${owner}`,
    ),
    fold: 'none',
  };
}

function lagText(lag: Offset): string {
  return lag === 0n ? 'caught up' : offsetText(lag);
}

function offsetText(offset: Offset): string {
  return typeof offset === 'bigint' ? shortCount(offset) : unknownText(offset);
}

function detailText(offset: Offset): string {
  return typeof offset === 'bigint' ? countText(offset) : unknownDetail(offset);
}
