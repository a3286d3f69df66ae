import { type ApiCall, type ApiSupport, UnsupportedApiError } from '../api/call';
import { consumerGroupDescribe } from '../api/consumerGroupDescribe';
import { type DescribedGroup, describeGroups } from '../api/describeGroups';
import { type ListedGroup, listGroups } from '../api/listGroups';
import { type GroupOffsets, offsetFetch, offsetFetchBatch } from '../api/offsetFetch';
import { shareGroupDescribe } from '../api/shareGroupDescribe';
import { shareGroupOffsets } from '../api/shareGroupOffsets';
import type { Brokers } from '../brokers';
import type { Unknown } from '../model';
import { unknownForCode, unknownForFailure } from '../unknown';
import type { GroupFacts } from './facts';

export interface ListedGroups {
  /** By group id. */
  readonly groups: ReadonlyMap<string, { readonly listed: ListedGroup; readonly coordinator: number }>;
  readonly unlisted: ReadonlyMap<number, Unknown>;
  /** By broker, how many groups are left out, since there are too many. */
  readonly omitted: ReadonlyMap<number, number>;
}

/** Every broker lists the groups that it coordinates: one request each, and no search for coordinators. */
export async function collectListed(brokers: Brokers, ids: readonly number[]): Promise<ListedGroups> {
  const groups = new Map<string, { listed: ListedGroup; coordinator: number }>();
  const unlisted = new Map<number, Unknown>();
  const omitted = new Map<number, number>();
  const ask = async (id: number) => {
    try {
      const answer = await brokers.send(id, listGroups);
      if (answer.errorCode !== 0) unlisted.set(id, unknownForCode(answer.errorCode));
      if (answer.omitted > 0) omitted.set(id, answer.omitted);
      for (const listed of answer.groups) {
        if (isConsumerGroup(listed)) groups.set(listed.groupId, { listed, coordinator: id });
      }
    } catch (error) {
      unlisted.set(id, unknownForFailure('coordinator-unreachable', id, error));
    }
  };
  await Promise.all(ids.map(ask));
  return { groups, unlisted, omitted };
}

/** Connect workers and schema registries are groups too, but commit no offsets that a lag could be told of. */
function isConsumerGroup({ protocolType, type }: ListedGroup): boolean {
  return protocolType === 'consumer' || protocolType === '' || type === 'streams' || type === 'share';
}

/** Members and committed offsets of the groups of one coordinator. */
export async function collectGroups(
  brokers: Brokers,
  coordinator: number,
  listed: readonly ListedGroup[],
): Promise<readonly GroupFacts[]> {
  const idsOf = (kind: string) => listed.filter((group) => kindOf(group) === kind).map(({ groupId }) => groupId);
  const committing = listed.filter((group) => kindOf(group) !== 'share').map(({ groupId }) => groupId);
  const [classic, modern, share, offsets, shareOffsets] = await Promise.all([
    describe(brokers, coordinator, idsOf('classic'), describeGroups),
    describe(brokers, coordinator, idsOf('consumer'), consumerGroupDescribe),
    describe(brokers, coordinator, idsOf('share'), shareGroupDescribe),
    fetchOffsets(brokers, coordinator, committing, offsetFetch),
    fetchOffsets(brokers, coordinator, idsOf('share'), shareGroupOffsets),
  ]);
  const missing: Unknown = { unknown: 'error', detail: 'The coordinator left the group out of its answer.' };
  return listed.map((group) => ({
    listed: group,
    coordinator,
    described: classic.get(group.groupId) ?? modern.get(group.groupId) ?? share.get(group.groupId),
    offsets: offsets.get(group.groupId) ?? shareOffsets.get(group.groupId) ?? missing,
  }));
}

function kindOf({ type }: ListedGroup): string {
  return type ?? 'classic';
}

type DescribeCall = (support: ApiSupport, groupIds: readonly string[]) => ApiCall<readonly DescribedGroup[]>;

/** Groups that the coordinator leaves out of its answer are none of the map. */
export async function describe(
  brokers: Brokers,
  coordinator: number,
  groupIds: readonly string[],
  call: DescribeCall,
): Promise<ReadonlyMap<string, DescribedGroup | Unknown>> {
  if (groupIds.length === 0) return new Map();
  try {
    const groups = await brokers.send(coordinator, (support) => call(support, groupIds));
    return new Map(groups.map((group) => [group.groupId, group]));
  } catch (error) {
    // A broker that lists such groups and cannot describe them is older than the request: the members stay unknown.
    if (error instanceof UnsupportedApiError) return new Map();
    const unknown = unknownForFailure('coordinator-unreachable', coordinator, error);
    return new Map(groupIds.map((groupId) => [groupId, unknown]));
  }
}

type OffsetsCall = (support: ApiSupport, groupIds: readonly string[]) => ApiCall<readonly GroupOffsets[]>;

async function fetchOffsets(
  brokers: Brokers,
  coordinator: number,
  groupIds: readonly string[],
  call: OffsetsCall,
): Promise<ReadonlyMap<string, GroupOffsets | Unknown>> {
  const found = new Map<string, GroupOffsets | Unknown>();
  const fetchBatch = async (batch: readonly string[]) => {
    try {
      const groups = await brokers.send(coordinator, (support) => call(support, batch));
      for (const group of groups) found.set(group.groupId, group);
    } catch (error) {
      const unknown = unknownForFailure('coordinator-unreachable', coordinator, error);
      for (const groupId of batch) found.set(groupId, unknown);
    }
  };
  const size = offsetFetchBatch(brokers.supportOf(coordinator));
  await Promise.all(batches(groupIds, size).map(fetchBatch));
  return found;
}

function batches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
