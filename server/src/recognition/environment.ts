import type { Role, Scope } from '../model/scope';
import type { Settings } from './role';

const LOCAL_HOST = /@?(?:localhost|127\.0\.0\.1|\[::1\]|::1):\d+$/i;

/** `development` for files in test or example folders, and for a single combined node that only talks to itself. */
export function environmentOf(isDevelopment: boolean, role: Role, settings: Settings): Scope['environment'] {
  if (isDevelopment) return 'development';
  return role === 'combined' && isAlone(settings) ? 'development' : 'unknown';
}

/** The number of brokers; known only where every voter is one, since dedicated controllers tell nothing. */
export function brokersOf(role: Role, settings: Settings): number | undefined {
  if (role !== 'combined') return undefined;
  if (isAlone(settings)) return 1;
  // Bootstrap servers may be a part of the quorum only.
  const voters = listOf(settings.get('controller.quorum.voters'));
  return voters.length > 0 ? voters.length : undefined;
}

function isAlone(settings: Settings): boolean {
  const quorum = listOf(
    settings.get('controller.quorum.voters') || settings.get('controller.quorum.bootstrap.servers'),
  );
  return quorum.length === 1 && LOCAL_HOST.test(quorum[0] ?? '');
}

function listOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}
