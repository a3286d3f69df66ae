import { renderEdits } from '../formats/registry';
import type { ConfigDocument } from '../model/document';
import type { TextEdit } from '../model/edit';
import type { Finding } from '../model/finding';

/** A fix of one finding, ready to be offered. */
export interface FixAction {
  readonly title: string;
  /** The one to take without a choice; at most one a finding. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** What can be done about a finding, the rule's favourite first. A fix that changes nothing is not offered. */
export function fixActions(document: ConfigDocument, finding: Finding): FixAction[] {
  const actions = finding.fixes.flatMap((fix): FixAction[] => {
    const edits = renderEdits(document, fix.edits);
    const title = fix.safe ? fix.title : `${fix.title} (changes behaviour)`;
    return edits.length > 0 ? [{ title, preferred: false, edits }] : [];
  });
  return actions.map((action, index) => (index === 0 ? { ...action, preferred: true } : action));
}
