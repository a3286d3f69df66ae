import { SEVERITIES } from '../model/finding';
import type { Evidence } from './evidence';
import type { ChecklistItem, Section } from './item';
import { ITEMS } from './items';

export const STATES = ['fail', 'unknown', 'pass', 'not-applicable'] as const;
export type State = (typeof STATES)[number];

export interface ChecklistLine {
  readonly id: string;
  readonly section: Section;
  readonly title: string;
  readonly why: string;
  readonly state: State;
  /** A sentence: what is wrong, what shows that it is well, or why nobody can tell. */
  readonly says: string;
  /** The place that decides it. */
  readonly decided?: Evidence;
  /** How many further places say the same. */
  readonly more: number;
}

export interface Checklist {
  readonly lines: readonly ChecklistLine[];
  readonly counts: Readonly<Record<State, number>>;
  /** Of all lines that apply, those that pass, rounded down: what is unknown has not passed. */
  readonly percent: number;
}

/** The checklist of a workspace, from what all its files say. One failure outweighs whatever passes. */
export function checklistOf(evidence: readonly Evidence[]): Checklist {
  const byItem = new Map<string, Evidence[]>();
  for (const one of evidence) byItem.set(one.item, [...(byItem.get(one.item) ?? []), one]);
  return counted(ITEMS.map((item) => lineOf(item, byItem.get(item.id) ?? [])));
}

/** With lines that something else than the files has decided. */
export function counted(lines: readonly ChecklistLine[]): Checklist {
  const counts: Record<State, number> = { fail: 0, unknown: 0, pass: 0, 'not-applicable': 0 };
  for (const { state } of lines) counts[state]++;
  const applying = lines.length - counts['not-applicable'];
  return { lines, counts, percent: applying === 0 ? 0 : Math.floor((counts.pass * 100) / applying) };
}

function lineOf({ id, section, title, why, absent, once }: ChecklistItem, all: readonly Evidence[]): ChecklistLine {
  const line = { id, section, title, why };
  const of = (verdict: Evidence['verdict']): readonly Evidence[] => all.filter((one) => one.verdict === verdict);
  const failures = of('fail').toSorted((a, b) => rank(a) - rank(b));
  const [decided] = failures;
  if (decided) return { ...line, state: 'fail', says: decided.says, decided, more: failures.length - 1 };
  const passes = of('pass');
  const seen = of('seen');
  const [passed] = passes;
  // One that nobody can tell of keeps the line open: it may be the one that matters.
  if (passed && (once || seen.length === 0)) {
    return { ...line, state: 'pass', says: passed.says, decided: passed, more: passes.length - 1 };
  }
  const [open] = seen;
  if (open) return { ...line, state: 'unknown', says: open.says, decided: open, more: seen.length - 1 };
  const [needless] = of('needless');
  if (needless) return { ...line, state: 'not-applicable', says: needless.says, decided: needless, more: 0 };
  return { ...line, state: 'unknown', says: absent, more: 0 };
}

function rank({ severity }: Evidence): number {
  return severity ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
}
