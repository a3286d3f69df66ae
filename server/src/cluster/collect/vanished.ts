import { describeGroups } from '../api/describeGroups';
import { ERROR } from '../api/errorCode';
import type { Brokers } from '../brokers';
import type { Unknown } from '../model';
import { unknownForCode } from '../unknown';
import { collectListed, describe, type ListedGroups } from './groups';
import type { Memory } from './memory';

/** After so many refreshes a coordinator that does not know a group is believed: the group may have moved and gone. */
const MOST_REFRESHES = 30;

/** A coordinator says so while it does not have its groups yet, and lists none of them without an error. */
const NOT_LOADED: ReadonlySet<number> = new Set([
  ERROR.COORDINATOR_LOAD_IN_PROGRESS,
  ERROR.COORDINATOR_NOT_AVAILABLE,
  ERROR.NOT_COORDINATOR,
]);

/**
 * A group that is listed no more has gone only if its coordinator knows so. After a restart a broker lists nothing until it
 * has loaded its groups, so that it is asked for those that were there: one request to each coordinator that lacks some. One that
 * has them by now may have loaded them since it listed, and lists again.
 */
export async function collectVanished(
  brokers: Brokers,
  { groups, unlisted }: ListedGroups,
  memory: Memory,
): Promise<ReadonlyMap<string, Unknown>> {
  const byCoordinator = new Map<number, string[]>();
  for (const { groupId, coordinator } of memory.previous?.groups ?? []) {
    if (coordinator === undefined || groups.has(groupId) || unlisted.has(coordinator)) continue;
    byCoordinator.set(coordinator, [...(byCoordinator.get(coordinator) ?? []), groupId]);
  }
  const asked = await Promise.all([...byCoordinator].map(([id, groupIds]) => askNotLoaded(brokers, id, groupIds)));
  const waited = ([groupId]: readonly [string, Unknown]): boolean =>
    (memory.vanished.get(groupId) ?? 0) < MOST_REFRESHES;
  const kept = new Map(asked.flat().filter(waited));
  memory.vanished = new Map([...kept.keys()].map((groupId) => [groupId, (memory.vanished.get(groupId) ?? 0) + 1]));
  return kept;
}

async function askNotLoaded(
  brokers: Brokers,
  coordinator: number,
  groupIds: readonly string[],
): Promise<readonly (readonly [string, Unknown])[]> {
  const described = await describe(brokers, coordinator, groupIds, describeGroups);
  const notLoaded = groupIds.flatMap((groupId) => {
    const told = described.get(groupId);
    if (told === undefined) return [];
    if ('unknown' in told) return [[groupId, told] as const];
    return NOT_LOADED.has(told.errorCode) ? [[groupId, unknownForCode(told.errorCode)] as const] : [];
  });
  if (notLoaded.length === groupIds.length) return notLoaded;
  const waiting = new Map(notLoaded);
  const others = groupIds.filter((groupId) => !waiting.has(groupId));
  return [...notLoaded, ...(await listedNow(brokers, coordinator, others))];
}

async function listedNow(
  brokers: Brokers,
  coordinator: number,
  groupIds: readonly string[],
): Promise<readonly (readonly [string, Unknown])[]> {
  const { groups, unlisted } = await collectListed(brokers, [coordinator]);
  const reason = unlisted.get(coordinator) ?? unknownForCode(ERROR.COORDINATOR_LOAD_IN_PROGRESS);
  const mayBeThere = groupIds.filter((groupId) => unlisted.has(coordinator) || groups.has(groupId));
  return mayBeThere.map((groupId) => [groupId, reason] as const);
}
