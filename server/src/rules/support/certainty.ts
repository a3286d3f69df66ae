import type { Severity } from '../../model/finding';
import type { Scope } from '../../model/scope';

/** True when somebody has said which Kafka version the file is for; otherwise it is concluded or assumed. */
export function isVersionStated({ target }: Scope): boolean {
  return target.source === 'directive' || target.source === 'setting';
}

/** How loudly to speak about a key's age: as wanted for a stated version, softly for one that is only concluded. */
export function severityByVersion(scope: Scope, wanted: Severity): Severity {
  if (isVersionStated(scope)) return wanted;
  return scope.target.source !== 'newest' && wanted !== 'information' ? 'information' : 'hint';
}

/** For messages that hold for the target version only: where that comes from, when it is neither said nor assumed. */
export function targetNote({ target: { version, file } }: Scope): string {
  return file ? ` (${file} shows Kafka ${version}.)` : '';
}
