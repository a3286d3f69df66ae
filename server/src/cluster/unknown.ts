import { ERROR, errorName } from './api/errorCode';
import { explainError } from './explain/explainError';
import type { Offset, Unknown, UnknownReason } from './model';

export function isKnown(offset: Offset): offset is bigint {
  return typeof offset === 'bigint';
}

const REASONS: ReadonlyMap<number, UnknownReason> = new Map([
  [ERROR.UNKNOWN_TOPIC_OR_PARTITION, 'topic-deleted'],
  [ERROR.LEADER_NOT_AVAILABLE, 'leader-unreachable'],
  [ERROR.NOT_LEADER_OR_FOLLOWER, 'leader-unreachable'],
  [ERROR.KAFKA_STORAGE_ERROR, 'leader-unreachable'],
  [ERROR.LISTENER_NOT_FOUND, 'leader-unreachable'],
  [ERROR.FENCED_LEADER_EPOCH, 'leader-unreachable'],
  [ERROR.UNKNOWN_LEADER_EPOCH, 'leader-unreachable'],
  [ERROR.OFFSET_NOT_AVAILABLE, 'leader-unreachable'],
  [ERROR.COORDINATOR_LOAD_IN_PROGRESS, 'coordinator-unreachable'],
  [ERROR.COORDINATOR_NOT_AVAILABLE, 'coordinator-unreachable'],
  [ERROR.NOT_COORDINATOR, 'coordinator-unreachable'],
  [ERROR.TOPIC_AUTHORIZATION_FAILED, 'unauthorised'],
  [ERROR.GROUP_AUTHORIZATION_FAILED, 'unauthorised'],
  [ERROR.CLUSTER_AUTHORIZATION_FAILED, 'unauthorised'],
]);

/** What Kafka's refusal of one partition or group means for its numbers. */
export function unknownForCode(code: number): Unknown {
  return { unknown: REASONS.get(code) ?? 'error', detail: errorName(code) };
}

/** What it means that a whole request failed: that the asked broker, in its role for these numbers, is not to be had. */
export function unknownForFailure(
  role: 'leader-unreachable' | 'coordinator-unreachable',
  broker: number,
  error: unknown,
): Unknown {
  return { unknown: role, detail: `Broker ${broker}: ${explainError(error).message}` };
}
