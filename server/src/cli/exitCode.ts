import { SEVERITIES, type Severity } from '../model/finding';

export const CLEAN = 0;
export const FINDINGS = 1;
export const TROUBLE = 2;

export function exitCode(found: readonly Severity[], failOn: Severity | 'never', trouble: boolean): number {
  if (trouble) return TROUBLE;
  if (failOn === 'never') return CLEAN;
  const bound = SEVERITIES.indexOf(failOn);
  return found.some((severity) => SEVERITIES.indexOf(severity) <= bound) ? FINDINGS : CLEAN;
}
