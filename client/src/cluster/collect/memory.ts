import type { ClusterSnapshot, Unknown } from '../model';
import type { OffsetTable } from './facts';

/** What one refresh leaves for the next, so that it need not ask again. */
export interface Memory {
  /** How many refreshes there were. */
  refreshes: number;
  logStarts: OffsetTable;
  absentTopics: ReadonlyMap<string, Unknown>;
  minInSyncReplicas: ReadonlyMap<string, number>;
  controllerId: number | undefined;
  previous: ClusterSnapshot | undefined;
}

export function newMemory(): Memory {
  return {
    refreshes: 0,
    logStarts: new Map(),
    absentTopics: new Map(),
    minInSyncReplicas: new Map(),
    controllerId: undefined,
    previous: undefined,
  };
}
