export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

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

const WORDS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

/** `2 errors, 1 warning`; what there is none of is left out. */
export function countsText(counts: Counts): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${WORDS[severity][counts[severity] === 1 ? 0 : 1]}`)
    .join(', ');
}

/** The most severe first, then by file and place. */
export function bySeverity(one: Found, other: Found): number {
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || byPlace(one, other);
}

export function byPlace(one: Found, other: Found): number {
  if (one.uri !== other.uri) return one.uri < other.uri ? -1 : 1;
  return one.line - other.line || one.character - other.character;
}
