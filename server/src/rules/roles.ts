import type { Role } from '../model/scope';

/** Role groups that rules name. */
export const BROKER_ROLES = ['broker', 'combined'] as const satisfies readonly Role[];
export const SERVER_ROLES = ['broker', 'controller', 'combined'] as const satisfies readonly Role[];
export const CONNECT_WORKER_ROLES = ['connect-standalone', 'connect-distributed'] as const satisfies readonly Role[];
/** Everything that opens a connection to a cluster as a client. */
export const CLIENT_ROLES = [
  'producer',
  'consumer',
  'admin',
  'client',
  'connect-standalone',
  'connect-distributed',
  'streams',
] as const satisfies readonly Role[];
