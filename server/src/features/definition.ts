import { lookup } from '../catalogue/catalogue';
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

const HANDED_ON: Readonly<Partial<Record<Role, readonly Role[]>>> = { streams: ['producer', 'consumer', 'admin'] };
const LISTENER_PREFIX = /^listener\.name\.[^.]+\.(?:(?:plain|gssapi|oauthbearer|scram-sha-\d+)\.)?/;

/** Undefined for keys that Kafka does not know, and for every option of a library with definitions of its own. */
export function definitionOf(scope: Pick<Scope, 'role' | 'target' | 'client'>, key: string): Definition | undefined {
  if (scope.client !== 'java') return undefined;
  return defined(scope, key) ?? (LISTENER_PREFIX.test(key) ? defined(scope, withoutListener(key)) : undefined);
}

export function withoutListener(key: string): string {
  return key.replace(LISTENER_PREFIX, '');
}

/** True at and after the version that deprecates the key. */
export function isDeprecated({ deprecated }: SettingHistory, version: KafkaVersion): boolean {
  return deprecated !== undefined && isAtLeast(version, deprecated);
}

function defined({ role, target }: Pick<Scope, 'role' | 'target'>, key: string): Definition | undefined {
  let gone: Definition | undefined;
  for (const one of [role, ...(HANDED_ON[role] ?? [])]) {
    const history = lookup(one, key);
    const setting = history?.at(target.version);
    if (history && setting) return { role: one, key, history, setting };
    if (history) gone ??= { role: one, key, history };
  }
  return gone;
}
