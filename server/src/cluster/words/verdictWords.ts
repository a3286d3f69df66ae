import { lostOf } from '../assemble/lag';
import type { GroupSnapshot, PartitionLag } from '../model';
import type { GroupTrend } from '../trend/trends';
import type { LagStatus } from '../trend/verdict';
import { countText, durationText, shortCount } from './lagWords';

// One place says what the matter is: rows, tooltips, status bar, chart, notifications, export and command line.

const WORDS: Readonly<Record<Exclude<LagStatus, 'LOST'>, string>> = {
  OK: 'keeps up',
  WARN: 'falling behind',
  STALL: 'stalled',
  STOP: 'stopped',
  REWIND: 'went back',
  AHEAD: 'beyond the end',
  UNREAD: 'no members',
  HELD: 'open transaction',
  LEFT: 'not subscribed',
  IDLE: 'idle',
};

const SENTENCES: Readonly<Record<LagStatus, string>> = {
  OK: 'OK: nothing waits, or the lag shrinks',
  WARN: 'WARN: messages are read, and the lag grows',
  STALL: 'STALL: a member has the partition, and its committed offset stands still while messages wait',
  STOP: 'STOP: nothing has been committed for a while although messages wait',
  REWIND: 'REWIND: the committed offset went back',
  AHEAD: 'AHEAD: the commit is beyond the end of the log, which was truncated or created anew',
  UNREAD: 'UNREAD: messages wait, and the group has no members',
  HELD: 'HELD: all is read up to a transaction that is still open',
  LEFT: 'LEFT: no member subscribes to the topic any more',
  IDLE: 'IDLE: one message is left and no new one comes; it may be the marker of a transaction',
  LOST: 'LOST: messages expired before they were read',
};

/** In place of a number: two or three words, with how many messages are lost. */
export function statusWord(status: LagStatus, lost: bigint): string {
  return status === 'LOST' ? `${shortCount(lost)} lost unread` : WORDS[status];
}

/** The name of the state, and what it means. */
export function statusSentence(status: LagStatus | undefined, lost = 0n): string {
  if (!status) return 'Status unknown: not enough data yet';
  if (status === 'LOST') return `LOST: ${countText(lost)} messages expired before they were read`;
  return SENTENCES[status];
}

export function lostIn(partitions: readonly PartitionLag[]): bigint {
  return partitions.reduce((sum, partition) => sum + lostOf(partition), 0n);
}

export interface GroupWords {
  /** The state first, then what else there is to say of it, for a row. */
  readonly short: readonly string[];
  /** Of what is judged, in full. */
  readonly sentence: string;
}

/** What there is to say of a group beside its number. */
export function groupWords(group: GroupSnapshot, trend: GroupTrend): GroupWords {
  const isKnown = group.total.knownPartitions > 0;
  const { status } = isKnown ? trend : {};
  const lost = status === 'LOST' ? lostIn(group.topics.flatMap(({ partitions }) => partitions)) : 0n;
  const members = memberWords(group);
  const words = [status && shortStatus(group, trend, lost), members].filter((word) => word !== undefined);
  return {
    short: [...new Set(words)],
    sentence: isKnown ? groupSentence(group, status, lost) : 'Status unknown: the lag is not known',
  };
}

function shortStatus(
  group: GroupSnapshot,
  { status, outlook, affected }: GroupTrend,
  lost: bigint,
): string | undefined {
  if (!status) return undefined;
  if (status === 'OK') {
    if (group.total.lag <= 0n) return undefined;
    return outlook.kind === 'catching-up' ? `drains in ${durationText(outlook.secondsLeft)}` : WORDS.OK;
  }
  const partitions = group.topics.reduce((sum, topic) => sum + topic.partitions.length, 0);
  const isPartial = affected !== undefined && affected < partitions && PARTIAL.has(status);
  return isPartial ? `${statusWord(status, lost)} in ${affected} of ${partitions}` : statusWord(status, lost);
}

/** Where it matters whether all of the partitions are so, or one of many. */
const PARTIAL: ReadonlySet<LagStatus> = new Set(['STALL', 'STOP', 'REWIND', 'AHEAD', 'HELD', 'LEFT']);

function groupSentence(group: GroupSnapshot, status: LagStatus | undefined, lost: bigint): string {
  if (status === 'OK' && memberWords(group) === WORDS.UNREAD) return 'OK: nothing waits; the group has no members';
  return statusSentence(status, lost);
}

function memberWords({ state, problem }: GroupSnapshot): string | undefined {
  if (state === 'Stable') return undefined;
  if (state === 'Empty') return WORDS.UNREAD;
  if (state === 'Dead') return 'dead';
  if (state === 'Unknown') return problem ? undefined : 'state not known';
  return 'rebalancing';
}
