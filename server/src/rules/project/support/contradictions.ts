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

/** So many others tell that there are many. */
const MOST_OTHERS = 12;

interface Sided {
  readonly side: Side;
  readonly others: Side[];
  readonly sites: Set<Site>;
}

/**
 * A report at each side that names the other and offers to change either. A side that contradicts several others, as a
 * broker does its clients, is reported once with some of them.
 */
export function reportsOf(contradictions: readonly Contradiction[]): PlacedReport[] {
  const byObject = new Map<Side, Sided>();
  const byId = new Map<string, Sided>();
  const sidedOf = (side: Side): Sided => {
    const same = byObject.get(side);
    if (same) return same;
    const id = `${side.at.uri} ${side.at.at} ${side.message}`;
    const known = byId.get(id) ?? { side, others: [], sites: new Set() };
    byId.set(id, known);
    byObject.set(side, known);
    return known;
  };
  const add = (side: Side, other: Side): void => {
    const { others, sites } = sidedOf(side);
    if (others.length >= MOST_OTHERS || sites.has(other.at)) return;
    sites.add(other.at);
    others.push(other);
  };
  for (const { sides } of contradictions) {
    add(sides[0], sides[1]);
    add(sides[1], sides[0]);
  }
  return [...byId.values()].map(({ side, others }) => ({
    at: side.at,
    message: side.message,
    severity: side.severity,
    related: others.map(({ at, note }) => ({ at, message: note })),
    fixes: [...side.fixes, ...(others.length === 1 ? (others[0]?.fixes ?? []) : [])],
  }));
}

/** Makes of two things a contradiction, each side of it once however often it is asked for. */
export function sidesOf<A extends object, B extends object>(
  sideOf: (one: A, other: B) => Side,
  otherSideOf: (one: A, other: B) => Side,
): (one: A, other: B) => Contradiction {
  const ofOne = new Map<A, Side>();
  const ofOther = new Map<B, Side>();
  return (one, other) => {
    const side = ofOne.get(one) ?? sideOf(one, other);
    const otherSide = ofOther.get(other) ?? otherSideOf(one, other);
    ofOne.set(one, side);
    ofOther.set(other, otherSide);
    return { sides: [side, otherSide] };
  };
}
