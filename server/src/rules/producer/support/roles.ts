import type { Role } from '../../../model/scope';

/** Where a producer's written setting is judged: a file shared by clients that has one is read by a producer. */
export const PRODUCER_ROLES = ['producer', 'client'] as const satisfies readonly Role[];
