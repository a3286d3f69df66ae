import type { GroupSnapshot, LagTotal, Offset, PartitionLag, TopicLag } from '../../cluster/model';
import { worstStatus } from '../../cluster/trend/status';
import type { ClusterView } from '../clusterView';
import { ICONS, statusIcon } from '../icons';
import { type Appearance, described, lines, spoken } from '../node';
import {
  countText,
  plural,
  shortName,
  statusSentence,
  statusText,
  totalSentence,
  totalText,
  unknownDetail,
  unknownText,
} from '../words';

export function topicAppearance(
  view: ClusterView,
  group: GroupSnapshot,
  { topic, partitions, total }: TopicLag,
): Appearance {
  const status = worstStatus(new Set(partitions.map((partition) => view.statusOf(group.groupId, partition))));
  const count = plural(partitions.length, 'partition');
  return {
    label: shortName(topic),
    ...described(topicLagText(total, partitions), count),
    tooltip: lines(topic, `Lag of ${group.groupId}: ${totalSentence(total)}`, count, statusSentence(status)),
    icon: total.knownPartitions > 0 ? statusIcon(status, view.staleMs !== undefined) : ICONS.unknown,
    context: 'topic',
    accessibleName: spoken(`Topic ${topic}`, totalSentence(total), count, statusSentence(status)),
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
  const { lag, committed, logEnd, logStart, leader } = partition;
  const status = view.statusOf(group.groupId, partition);
  const isKnown = typeof lag === 'bigint';
  const member = group.members.find(({ memberId }) => memberId === partition.memberId);
  const owner = member && `${member.clientId} at ${member.host}`;
  const note = status && status !== 'OK' ? statusText(status) : undefined;
  return {
    label: `Partition ${partition.partition}`,
    ...described(lagText(lag), note, member?.clientId),
    tooltip: lines(
      `${partition.topic}, partition ${partition.partition}`,
      `Lag: ${typeof lag === 'bigint' ? countText(lag) : unknownDetail(lag)}`,
      isKnown && lag < 0n ? 'Committed beyond the end of the log, which was truncated or created anew.' : undefined,
      `Committed: ${detailText(committed)}`,
      `Log: ${detailText(logStart)} to ${detailText(logEnd)}`,
      leader === undefined ? 'No leader' : `Leader: broker ${leader}`,
      owner ? `Read by ${owner}` : 'Read by nobody that is known',
      isKnown ? statusSentence(status) : undefined,
    ),
    icon: isKnown ? statusIcon(status, view.staleMs !== undefined) : ICONS.unknown,
    context: 'partition',
    accessibleName: spoken(
      `Partition ${partition.partition}`,
      isKnown ? `${countText(lag)} messages behind` : `lag not known: ${offsetText(lag)}`,
      `committed ${detailText(committed)} of ${detailText(logEnd)}`,
      isKnown ? statusSentence(status) : undefined,
      owner && `read by ${owner}`,
    ),
    fold: 'none',
  };
}

function lagText(lag: Offset): string {
  return lag === 0n ? 'caught up' : offsetText(lag);
}

function offsetText(offset: Offset): string {
  return typeof offset === 'bigint' ? countText(offset) : unknownText(offset);
}

function detailText(offset: Offset): string {
  return typeof offset === 'bigint' ? countText(offset) : unknownDetail(offset);
}
