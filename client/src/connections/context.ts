import type { Server } from '../server';
import type { AttemptTools } from './attempt';
import type { ClusterStore } from './clusterStore';
import type { Connections } from './connections';

/** What the commands of connections work with. */
export interface ConnectionContext {
  readonly store: ClusterStore;
  readonly connections: Connections;
  readonly tools: AttemptTools;
  readonly server: Server;
}
