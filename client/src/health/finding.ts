import { SEVERITIES, type Severity } from '../counts';

/** A finding as the editor has it. Lines and characters from 0. */
export interface Found {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  readonly severity: Severity;
  /** Absent for what is about a whole file. */
  readonly rule?: string;
  readonly message: string;
}

export type Counts = Readonly<Record<Severity, number>>;

export function countsOf(findings: readonly Found[]): Counts {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The most severe first, then by file and place. */
export function bySeverity(one: Found, other: Found): number {
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || byPlace(one, other);
}

export function byPlace(one: Found, other: Found): number {
  if (one.uri !== other.uri) return one.uri < other.uri ? -1 : 1;
  return one.line - other.line || one.character - other.character;
}
