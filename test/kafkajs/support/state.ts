import { Log } from './log';

/** The numbers and the one version of each request that the broker answers. */
export const APIS = {
  Produce: [0, 3],
  Fetch: [1, 4],
  ListOffsets: [2, 1],
  Metadata: [3, 1],
  OffsetCommit: [8, 2],
  OffsetFetch: [9, 1],
  FindCoordinator: [10, 1],
  JoinGroup: [11, 1],
  Heartbeat: [12, 0],
  LeaveGroup: [13, 0],
  SyncGroup: [14, 0],
  ApiVersions: [18, 0],
  InitProducerId: [22, 0],
} as const;

export type Api = keyof typeof APIS;

export interface BrokerState {
  readonly partitions: number;
  readonly logs: Map<string, Log>;
  /** By group, topic and partition. */
  readonly committed: Map<string, bigint>;
}

export const HOST = 'broker.invalid';
export const PORT = 9092;

export function logOf(state: BrokerState, topic: string, partition: number): Log {
  const key = `${topic} ${partition}`;
  const log = state.logs.get(key) ?? new Log();
  state.logs.set(key, log);
  return log;
}
