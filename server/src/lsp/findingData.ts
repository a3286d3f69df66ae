import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../model/finding';
import type { Span } from '../model/span';

/** The source of our diagnostics, as Problems views show it. */
export const SOURCE = 'kafka-lint';

/** Travels with a diagnostic and a code action, so that the finding can be found again by linting the same version. */
export interface FindingData {
  readonly rule: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
}

export function findingData({ rule, span }: { rule: string; span: Span }, version: number): FindingData {
  return { rule, version, start: span.start, end: span.end };
}

/** True when the client's diagnostic tells of this finding of this version. */
export function tellsOf({ source, data }: Diagnostic, finding: Finding, version: number): boolean {
  const known = source === SOURCE ? readFindingData(data) : undefined;
  return known?.version === version && isAbout(known, finding);
}

export function isAbout(data: FindingData, { rule, span }: Finding): boolean {
  return data.rule === rule && data.start === span.start && data.end === span.end;
}

export function readFindingData(raw: unknown): FindingData | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { rule, version, start, end } = raw as Readonly<Record<string, unknown>>;
  const isWhole = typeof rule === 'string' && [version, start, end].every(Number.isInteger);
  return isWhole ? { rule, version: Number(version), start: Number(start), end: Number(end) } : undefined;
}
