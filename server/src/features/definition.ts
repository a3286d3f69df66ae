import { ownersOf, plainKey } from '../catalogue/ownership';
import type { Setting, SettingHistory } from '../catalogue/types';
import type { Role, Scope } from '../model/scope';
import { isAtLeast, type KafkaVersion } from '../model/version';

/** What Kafka knows of a key in a scope. */
export interface Definition {
  /** The role whose definition it is: a Streams application's `acks` is its producer's. */
  readonly role: Role;
  /** The key without a listener's prefix. */
  readonly key: string;
  readonly history: SettingHistory;
  /** Absent when the scope's target version does not have the key. */
  readonly setting?: Setting;
}

/** Undefined for keys that Kafka does not know, and for every option of a library with definitions of its own. */
export function definitionOf(
  { role, target, client }: Pick<Scope, 'role' | 'target' | 'client'>,
  key: string,
): Definition | undefined {
  if (client !== 'java') return undefined;
  const owners = ownersOf(role, key);
  const owner = owners.find(({ history }) => history.at(target.version)) ?? owners[0];
  if (!owner) return undefined;
  const setting = owner.history.at(target.version);
  return { ...owner, key: plainKey(role, key), ...(setting && { setting }) };
}

/** True at and after the version that deprecates the key. */
export function isDeprecated({ deprecated }: SettingHistory, version: KafkaVersion): boolean {
  return deprecated !== undefined && isAtLeast(version, deprecated);
}
