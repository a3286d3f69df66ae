import * as l10n from '@vscode/l10n';
import type { GroupSnapshot } from '../../../../server/src/cluster/model';
import type { GroupTrend } from '../../../../server/src/cluster/trend/trends';
import {
  countText,
  durationText,
  rateText,
  shortName,
  totalSentence,
  totalText,
  unknownDetail,
  unknownText,
} from '../../../../server/src/cluster/words/lagWords';
import { groupWords } from '../../../../server/src/cluster/words/verdictWords';
import { memberCount, partitionCount, topicCount } from '../../counts';
import type { BehindSince, ClusterView } from '../clusterView';
import { ICONS, statusIcon } from '../icons';
import { type Appearance, described, lines, spoken } from '../node';

/** `isMuted` when its notifications are. */
export function groupAppearance(view: ClusterView, group: GroupSnapshot, isMuted: boolean): Appearance {
  const trend = view.trendOf(group.groupId);
  const words = groupWords(group, view.trendOf(group.groupId));
  const old = view.staleMs === undefined ? undefined : l10n.t('{0} old', durationText(view.staleMs / 1000));
  const isKnown = group.total.knownPartitions > 0;
  const rate = trend.rates && isKnown && trend.rates.consumed > 0 ? trend.rates.consumed : undefined;
  return {
    label: group.groupId === '' ? l10n.t('(empty name)') : shortName(group.groupId),
    ...described(...words.short, lagText(group), rate === undefined ? undefined : rateText(rate), old),
    tooltip: tooltip(view, group, trend, words.sentence),
    icon: isKnown ? statusIcon(trend.status, old !== undefined) : ICONS.unknown,
    context: isMuted ? 'group.muted' : 'group',
    accessibleName: spoken(
      l10n.t('Group {0}', group.groupId),
      ...words.short,
      group.topics.length === 0 ? lagText(group) : totalSentence(group.total),
      rate === undefined ? undefined : l10n.t('reads {0} messages a second', countText(rate)),
      isKnown ? words.sentence : undefined,
      old && l10n.t('the numbers are {0}', old),
    ),
    fold: group.topics.length > 0 || group.problem ? 'collapsed' : 'none',
  };
}

/** Where all that is unknown is so for one reason, the reason stands in place of the number. */
function lagText({ topics, total, problem }: GroupSnapshot): string {
  if (total.knownPartitions > 0) return totalText(total);
  if (problem) return unknownText(problem);
  if (topics.length === 0) return l10n.t('nothing committed');
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
    l10n.t('Lag: {0}', totalSentence(group.total)),
    sinceText(view.behindSince(group.groupId), group),
    rates && isKnown
      ? l10n.t('Reads {0}, producers write {1}', rateText(rates.consumed), rateText(rates.produced))
      : undefined,
    l10n.t('State: {0}, {1}, protocol {2}', group.state, membersText(group), group.protocol),
    `${topicCount(group.topics.length)}, ${partitionCount(partitions)}`,
    group.coordinator === undefined ? undefined : l10n.t('Coordinator: broker {0}', group.coordinator),
    group.problem && l10n.t('Not all is known: {0}', unknownDetail(group.problem)),
  );
}

function membersText({ members, membersUnknown }: GroupSnapshot): string {
  return membersUnknown ? l10n.t('members not known') : memberCount(members.length);
}

/** Made once: making one for every group would cost more than all else in the row. */
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function sinceText(since: BehindSince | undefined, { total }: GroupSnapshot): string | undefined {
  if (!since || total.lag <= 0n) return undefined;
  const time = TIME.format(since.at);
  const day = new Date(since.at).toDateString();
  const when = day === new Date().toDateString() ? time : `${day}, ${time}`;
  return since.orLonger
    ? l10n.t('Behind since {0} or longer: that is when it was first seen', when)
    : l10n.t('Behind since {0}', when);
}
