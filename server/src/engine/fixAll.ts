import { renderEdits } from '../formats/registry';
import type { ConfigDocument } from '../model/document';
import { applyTextEdits, type TextEdit } from '../model/edit';
import type { Finding, Fix } from '../model/finding';
import { overlaps } from '../model/span';
import { type Lint, type LintSettings, lint } from './lint';

/** A fix may make another one possible (a rename uncovers a wrong value); real files settle in two or three rounds. */
const MAX_ROUNDS = 10;

export interface FixAllResult {
  readonly text: string;
  /** How many fixes were applied. */
  readonly applied: number;
}

/**
 * Applies the safe fix of every finding that has one, until nothing changes. Fixes whose edits touch the same
 * text wait for the next round, so that no edit is rendered against text that another one has replaced.
 */
export function fixAll(
  document: ConfigDocument,
  settings: LintSettings,
  parse: (text: string) => ConfigDocument,
  wanted: (finding: Finding) => boolean = () => true,
  lintWith: Lint = lint,
): FixAllResult {
  let current = document;
  let applied = 0;
  const seen = new Set([document.text]);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const findings = lintWith(current, settings).findings.filter(wanted);
    const { edits, count } = compatibleEdits(current, findings);
    const text = applyTextEdits(current.text, edits);
    if (seen.has(text)) break;
    seen.add(text);
    applied += count;
    current = parse(text);
  }
  return { text: current.text, applied };
}

export function safeFixOf(finding: Finding): Fix | undefined {
  return finding.fixes.find((fix) => fix.safe);
}

function compatibleEdits(document: ConfigDocument, findings: readonly Finding[]): { edits: TextEdit[]; count: number } {
  // In the order of the text, so that only the neighbours of a place need be looked at.
  const accepted: TextEdit[] = [];
  let count = 0;
  for (const finding of findings) {
    const fix = safeFixOf(finding);
    if (!fix) continue;
    const edits = renderEdits(document, fix.edits);
    if (edits.length === 0 || edits.some((edit) => touchesAny(edit, accepted))) continue;
    for (const edit of edits) accepted.splice(placeOf(edit, accepted), 0, edit);
    count++;
  }
  return { edits: accepted, count };
}

function touchesAny(edit: TextEdit, accepted: readonly TextEdit[]): boolean {
  const at = placeOf(edit, accepted);
  return [accepted[at - 1], accepted[at]].some((other) => other && overlaps(edit.span, other.span));
}

/** The index of the first edit that begins behind this one. */
function placeOf({ span }: TextEdit, accepted: readonly TextEdit[]): number {
  let low = 0;
  let high = accepted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((accepted[middle]?.span.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
