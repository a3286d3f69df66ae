import type { FakeGroup, FakeState, FakeTopic } from './fakeCluster';
import { MODERN } from './fakeCluster';

/** A topic whose partitions are led by the brokers in turn; log from 0 to `end`. */
export function fakeTopic(topic: string, partitions: number, brokers: readonly number[], end = 100n): FakeTopic {
  return {
    topic,
    partitions: Array.from({ length: partitions }, (_, partition) => ({
      errorCode: 0,
      partition,
      leader: brokers[partition % brokers.length] ?? 1,
      replicas: brokers,
      inSyncReplicas: brokers,
      start: 0n,
      end,
    })),
  };
}

export interface FakeGroupOptions {
  readonly type?: string;
  readonly committed?: Readonly<Record<string, readonly bigint[]>>;
  readonly assigned?: Readonly<Record<string, readonly number[]>>;
}

/** A group with a member when something is assigned; commits are by topic, one for each partition from 0 on. */
export function fakeGroup(groupId: string, coordinator: number, options: FakeGroupOptions = {}): FakeGroup {
  const { type = 'classic', committed = {}, assigned = {} } = options;
  const members = Object.keys(assigned).length > 0 ? [fakeMember(assigned)] : [];
  const state = members.length > 0 ? 'Stable' : 'Empty';
  const topics = Object.entries(committed).map(([topic, offsets]) => ({
    topic,
    partitions: offsets.map((offset, partition) => ({ partition, offset, errorCode: 0 })),
  }));
  return {
    listed: { groupId, protocolType: 'consumer', state, type },
    coordinator,
    described: { groupId, errorCode: 0, state, members },
    offsets: { groupId, errorCode: 0, topics },
  };
}

function fakeMember(assigned: Readonly<Record<string, readonly number[]>>) {
  return {
    memberId: 'member-1',
    clientId: 'app',
    host: '10.0.0.7',
    assigned: Object.entries(assigned).map(([topic, partitions]) => ({ topic, partitions })),
  };
}

export function fakeState(
  brokers: readonly number[],
  topics: readonly FakeTopic[],
  groups: readonly FakeGroup[],
): FakeState {
  return { brokers, topics, groups, support: MODERN, down: new Set(), overrides: new Map() };
}
