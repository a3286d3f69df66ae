import type { Role, Scope } from '../../model/scope';
import type { Settings } from './role';

const DEVELOPMENT_FOLDER =
  /(?:^|[/\\])(?:[\w.-]*[-_.])?(?:tests?|testing|examples?|demos?|samples?|quickstarts?|tutorials?|playground|fixtures|dev|local)(?:[-_.][\w.-]*)?[/\\]/i;
const LOCAL_HOST = /@?(?:localhost|127\.0\.0\.1|\[::1\]|::1):\d+$/i;

/** `development` for files in test or example folders, and for a single combined node that only talks to itself. */
export function environmentOf(path: string, role: Role, settings: Settings): Scope['environment'] {
  if (DEVELOPMENT_FOLDER.test(path)) return 'development';
  return role === 'combined' && isAlone(settings) ? 'development' : 'unknown';
}

/** The number of brokers; known only where every voter is one, since dedicated controllers tell nothing. */
export function brokersOf(role: Role, settings: Settings): number | undefined {
  if (role !== 'combined') return undefined;
  const voters = quorumOf(settings);
  return voters && voters.length > 0 ? voters.length : undefined;
}

function isAlone(settings: Settings): boolean {
  const quorum = quorumOf(settings);
  return quorum?.length === 1 && LOCAL_HOST.test(quorum[0] ?? '');
}

function quorumOf(settings: Settings): string[] | undefined {
  const quorum = settings.get('controller.quorum.voters') || settings.get('controller.quorum.bootstrap.servers');
  return quorum
    ?.split(',')
    .map((voter) => voter.trim())
    .filter(Boolean);
}
