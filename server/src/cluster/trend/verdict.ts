import { lostOf } from '../assemble/lag';
import type { GroupSnapshot, PartitionLag } from '../model';
import { isKnown } from '../unknown';
import { type BurrowStatus, type Commit, lagStatus, PATIENCE_MS } from './status';

/**
 * What is the matter with a partition, or with a group as the worst of its partitions. Beside Burrow's words, what a look
 * at the log and at the members tells at once:
 *
 * - `LOST`: messages that were never read have expired.
 * - `AHEAD`: the commit is beyond the end of the log, which was truncated or created anew.
 * - `UNREAD`: messages wait, and the group has no members.
 * - `HELD`: all is read up to a transaction that is still open.
 * - `LEFT`: the members read other topics and no longer this one.
 * - `IDLE`: one message is left and nothing new comes, as a consumer leaves it that commits before a transaction's marker.
 */
export type LagStatus = BurrowStatus | 'LOST' | 'AHEAD' | 'UNREAD' | 'HELD' | 'LEFT' | 'IDLE';

/** The better first; what many partitions come to is the worst. */
const SEVERITY: readonly LagStatus[] = [
  'OK',
  'IDLE',
  'LEFT',
  'HELD',
  'WARN',
  'UNREAD',
  'STALL',
  'STOP',
  'REWIND',
  'AHEAD',
  'LOST',
];

/** These want a person. */
export function isTrouble(status: LagStatus | undefined): boolean {
  return status !== undefined && SEVERITY.indexOf(status) >= SEVERITY.indexOf('STALL');
}

/** Who reads a group's partitions. */
export interface Reading {
  readonly readers: 'none' | 'some' | 'rebalancing' | 'unknown';
  /** The topics of which a member has a partition; undefined when nobody tells. */
  readonly topics: ReadonlySet<string> | undefined;
}

export function readingOf({ state, members, membersUnknown }: GroupSnapshot): Reading {
  const topics = new Set(members.flatMap(({ assigned }) => assigned.map(({ topic }) => topic)));
  return { readers: readersOf(state, members.length, membersUnknown), topics: topics.size > 0 ? topics : undefined };
}

function readersOf(state: GroupSnapshot['state'], members: number, membersUnknown?: true): Reading['readers'] {
  if (state === 'Empty' || state === 'Dead') return 'none';
  if (state === 'PreparingRebalance' || state === 'CompletingRebalance') return 'rebalancing';
  return membersUnknown || members === 0 ? 'unknown' : 'some';
}

/** Undefined while it cannot be told: the lag is unknown, or too little was seen. `commits` are the latest, oldest first. */
export function verdictOf(
  partition: PartitionLag,
  { readers, topics }: Reading,
  commits: readonly Commit[],
  now: number,
): LagStatus | undefined {
  const { topic, committed, lag, stableEnd } = partition;
  if (!isKnown(lag)) return undefined;
  if (lag <= 0n) return lag < 0n ? 'AHEAD' : 'OK';
  if (lostOf(partition) > 0n) return 'LOST';
  // Somebody may commit who is no member: a consumer that assigns partitions to itself.
  if (!isMoving(commits, now)) {
    if (readers === 'none') return 'UNREAD';
    if (readers === 'rebalancing') return undefined;
    if (readers === 'some' && topics && !topics.has(topic)) return 'LEFT';
    if (stableEnd !== undefined && isKnown(committed) && committed >= stableEnd) return 'HELD';
  }
  const status = lagStatus(commits, Number(lag), now);
  const isStuck = status === 'STALL' || status === 'STOP';
  return isStuck && lag === 1n && commits.every((commit) => commit.lag === 1) ? 'IDLE' : status;
}

function isMoving(commits: readonly Commit[], now: number): boolean {
  const last = commits.at(-1);
  const changedAt = commits.find(({ offset }) => offset === last?.offset)?.at;
  const hasChanged = commits.some(({ offset }) => offset !== last?.offset);
  return hasChanged && changedAt !== undefined && now - changedAt <= PATIENCE_MS;
}

/** What partitions of these states come to; what is not known keeps the whole from being called well. */
export function worstStatus(statuses: Iterable<LagStatus | undefined>): LagStatus | undefined {
  const found = new Set(statuses);
  const worst = SEVERITY.findLast((status) => found.has(status));
  const isWell = worst === 'OK' || worst === 'IDLE' || worst === 'LEFT';
  return isWell && found.has(undefined) ? undefined : worst;
}
