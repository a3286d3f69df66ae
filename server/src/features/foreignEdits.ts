import { renderEdits } from '../formats/registry';
import type { ConfigDocument } from '../model/document';
import type { ConfigEdit, ForeignEdit, TextEdit } from '../model/edit';

/** Renders what a finding of another document wants changed in this one; undefined when it no longer says what was found. */
export function renderForeign(document: ConfigDocument, wanted: readonly ForeignEdit[]): TextEdit[] | undefined {
  const edits: ConfigEdit[] = [];
  for (const { scope: index, key, value, was } of wanted) {
    const scope = document.scopes[index];
    const entry = scope?.entries.findLast((one) => one.key === key && !one.overriddenBy);
    if (!scope || entry?.elsewhere || entry?.value.text.trim() !== was) return undefined;
    edits.push(entry ? { kind: 'set', entry, value } : { kind: 'add', scope, key, value });
  }
  return renderEdits(document, edits);
}
