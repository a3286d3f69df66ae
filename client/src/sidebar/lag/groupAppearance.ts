import type { GroupSnapshot } from '../../../../server/src/cluster/model';
import type { GroupTrend } from '../../../../server/src/cluster/trend/trends';
import {
  countText,
  durationText,
  plural,
  rateText,
  shortName,
  totalSentence,
  totalText,
  unknownDetail,
  unknownText,
} from '../../../../server/src/cluster/words/lagWords';
import { groupWords } from '../../../../server/src/cluster/words/verdictWords';
import type { BehindSince, ClusterView } from '../clusterView';
import { ICONS, statusIcon } from '../icons';
import { type Appearance, described, lines, spoken } from '../node';

/** `isMuted` when its notifications are. */
export function groupAppearance(view: ClusterView, group: GroupSnapshot, isMuted: boolean): Appearance {
  const trend = view.trendOf(group.groupId);
  const words = groupWords(group, view.trendOf(group.groupId));
  const old = view.staleMs === undefined ? undefined : `${durationText(view.staleMs / 1000)} old`;
  const isKnown = group.total.knownPartitions > 0;
  const rate = trend.rates && isKnown && trend.rates.consumed > 0 ? trend.rates.consumed : undefined;
  return {
    label: group.groupId === '' ? '(empty name)' : shortName(group.groupId),
    ...described(...words.short, lagText(group), rate === undefined ? undefined : rateText(rate), old),
    tooltip: tooltip(view, group, trend, words.sentence),
    icon: isKnown ? statusIcon(trend.status, old !== undefined) : ICONS.unknown,
    context: isMuted ? 'group.muted' : 'group',
    accessibleName: spoken(
      `Group ${group.groupId}`,
      ...words.short,
      group.topics.length === 0 ? lagText(group) : totalSentence(group.total),
      rate === undefined ? undefined : `reads ${countText(rate)} messages a second`,
      isKnown ? words.sentence : undefined,
      old && `the numbers are ${old}`,
    ),
    fold: group.topics.length > 0 || group.problem ? 'collapsed' : 'none',
  };
}

/** Where all that is unknown is so for one reason, the reason stands in place of the number. */
function lagText({ topics, total, problem }: GroupSnapshot): string {
  if (total.knownPartitions > 0) return totalText(total);
  if (problem) return unknownText(problem);
  if (topics.length === 0) return 'nothing committed';
  const lags = topics.flatMap(({ partitions }) => partitions.map(({ lag }) => lag));
  const reasons = new Set(lags.map((lag) => (typeof lag === 'bigint' ? '' : unknownText(lag))));
  const [only] = reasons;
  return reasons.size === 1 && only ? only : totalText(total);
}

function tooltip(view: ClusterView, group: GroupSnapshot, { rates }: GroupTrend, sentence: string): string {
  const partitions = group.total.knownPartitions + group.total.unknownPartitions;
  const isKnown = group.total.knownPartitions > 0;
  return lines(
    group.groupId,
    sentence,
    `Lag: ${totalSentence(group.total)}`,
    sinceText(view.behindSince(group.groupId), group),
    rates && isKnown ? `Reads ${rateText(rates.consumed)}, producers write ${rateText(rates.produced)}` : undefined,
    `State: ${group.state}, ${membersText(group)}, protocol ${group.protocol}`,
    `${plural(group.topics.length, 'topic')}, ${plural(partitions, 'partition')}`,
    group.coordinator === undefined ? undefined : `Coordinator: broker ${group.coordinator}`,
    group.problem && `Not all is known: ${unknownDetail(group.problem)}`,
  );
}

function membersText({ members, membersUnknown }: GroupSnapshot): string {
  return membersUnknown ? 'members not known' : plural(members.length, 'member');
}

/** Made once: making one for every group would cost more than all else in the row. */
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function sinceText(since: BehindSince | undefined, { total }: GroupSnapshot): string | undefined {
  if (!since || total.lag <= 0n) return undefined;
  const time = TIME.format(since.at);
  const day = new Date(since.at).toDateString();
  const when = day === new Date().toDateString() ? time : `${day}, ${time}`;
  return `Behind since ${when}${since.orLonger ? ' or longer: that is when it was first seen' : ''}`;
}
