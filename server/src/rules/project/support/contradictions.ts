import type { PlacedFix, PlacedReport, Site } from '../../../model/project';

/** What one side of a contradiction says, and what the other side is told about it. */
export interface Side {
  readonly at: Site;
  readonly message: string;
  readonly note: string;
  readonly severity: NonNullable<PlacedReport['severity']>;
  /** Changes of this side. */
  readonly fixes: readonly PlacedFix[];
}

export interface Contradiction {
  readonly sides: readonly [Side, Side];
}

/**
 * A report at each side that names the other and offers to change either. A side that contradicts several others, as a
 * broker does its clients, is reported once with all of them.
 */
export function reportsOf(contradictions: readonly Contradiction[]): PlacedReport[] {
  const bySide = new Map<string, { side: Side; others: Side[] }>();
  for (const { sides } of contradictions) {
    sides.forEach((side, index) => {
      const other = sides[1 - index];
      const id = `${side.at.uri} ${side.at.at} ${side.message}`;
      const known = bySide.get(id) ?? { side, others: [] };
      bySide.set(id, known);
      if (other && !known.others.some(({ at }) => at.uri === other.at.uri && at.at === other.at.at))
        known.others.push(other);
    });
  }
  return [...bySide.values()].map(({ side, others }) => ({
    at: side.at,
    message: side.message,
    severity: side.severity,
    related: others.map(({ at, note }) => ({ at, message: note })),
    fixes: [...side.fixes, ...(others.length === 1 ? (others[0]?.fixes ?? []) : [])],
  }));
}
