import type { ClusterSnapshot, Unknown } from '../model';
import type { OffsetTable } from './facts';

/** What one refresh leaves for the next, so that it need not ask again. */
export interface Memory {
  /** Every partition is asked about, whether a group reads it or not. */
  readonly wholeTopics: boolean;
  /** How many refreshes there were. */
  refreshes: number;
  logStarts: OffsetTable;
  /** Of the logs whose reader stands still. */
  stableEnds: OffsetTable;
  /** The refresh in which those were asked for last. */
  stableAskedAt: number;
  absentTopics: ReadonlyMap<string, Unknown>;
  minInSyncReplicas: ReadonlyMap<string, number>;
  controllerId: number | undefined;
  /** For how many refreshes each group is not listed whose coordinator did not say that it is gone. */
  vanished: ReadonlyMap<string, number>;
  previous: ClusterSnapshot | undefined;
}

export function newMemory(wholeTopics = false): Memory {
  return {
    wholeTopics,
    refreshes: 0,
    logStarts: new Map(),
    stableEnds: new Map(),
    stableAskedAt: 0,
    absentTopics: new Map(),
    minInSyncReplicas: new Map(),
    controllerId: undefined,
    vanished: new Map(),
    previous: undefined,
  };
}
