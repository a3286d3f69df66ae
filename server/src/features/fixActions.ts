import { renderEdits } from '../formats/registry';
import type { ConfigDocument } from '../model/document';
import type { ForeignEdit, TextEdit } from '../model/edit';
import type { Finding } from '../model/finding';

/** A fix of one finding, ready to be offered. */
export interface FixAction {
  readonly title: string;
  /** The one to take without a choice: the rule's favourite, where it is safe. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  /** What it changes in other documents. */
  readonly foreign: readonly ForeignEdit[];
  /** A command to copy, in place of all that. */
  readonly command?: string;
}

/** What can be done about a finding, the rule's favourite first. A fix that changes nothing is not offered. */
export function fixActions(document: ConfigDocument, finding: Finding): FixAction[] {
  const offered = finding.fixes.flatMap((fix) => {
    const edits = renderEdits(document, fix.edits);
    return edits.length > 0 || fix.foreign || fix.command !== undefined ? [{ fix, edits }] : [];
  });
  return offered.map(({ fix: { title, safe, foreign = [], command }, edits }, index) => ({
    title,
    preferred: safe && index === 0,
    edits,
    foreign,
    ...(command !== undefined && { command }),
  }));
}
