import { ROLES, type Role } from '../../../model/scope';

/** The roles in which Kafka ignores what it does not know; a topic's unknown setting is refused, and has its own rule. */
export const IGNORING_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'topic');
