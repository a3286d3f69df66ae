import { type Finding, SEVERITIES } from '../model/finding';

/** More than anybody reads; editors grow slow with what is beyond. */
export const MOST_SHOWN = 1_000;

export interface ShownFindings {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** Says how many there are where not all are shown. */
  readonly notice?: string;
}

/** The findings to show of a file: all of them, or the most severe ones where they are too many. */
export function shownFindings(all: readonly Finding[]): ShownFindings {
  if (all.length <= MOST_SHOWN) return { findings: all };
  const bySeverity = SEVERITIES.map((severity) => all.filter((finding) => finding.severity === severity));
  const chosen = new Set(bySeverity.flat().slice(0, MOST_SHOWN));
  const count = (value: number): string => value.toLocaleString('en-US');
  return {
    findings: all.filter((finding) => chosen.has(finding)),
    notice: `${count(MOST_SHOWN)} of ${count(all.length)} problems are shown: the most severe ones.`,
  };
}
