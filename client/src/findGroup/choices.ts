import * as l10n from '@vscode/l10n';
import type { GroupFinding, WireEdit } from '../../../server/src/protocol/protocol';

/** A line of the list of what slows a group down. */
export type Choice =
  | { readonly kind: 'border' }
  | { readonly kind: 'fix'; readonly label: string; readonly detail: string; readonly edits: readonly WireEdit[] }
  | { readonly kind: 'line'; readonly label: string; readonly detail: string };

/** Of each finding its place, with what it does, then its fixes, in the order of the findings and a border between. */
export function choicesOf(findings: readonly GroupFinding[]): readonly (Choice & { readonly finding: GroupFinding })[] {
  return findings.flatMap((finding, index) => {
    const border: readonly Choice[] = index > 0 ? [{ kind: 'border' }] : [];
    return [...border, ...choices(finding)].map((choice) => ({ ...choice, finding }));
  });
}

function choices({ effect, message, range, fixes }: GroupFinding): Choice[] {
  // A list shows but one line of it, so that the effect comes first.
  const detail = `${effect}. ${message}`;
  // Enter takes the first, which must write nothing.
  const line: Choice = { kind: 'line', label: l10n.t('Go to line {0}', range.start.line + 1), detail };
  return [line, ...fixes.map(({ title, edits }): Choice => ({ kind: 'fix', label: title, detail: '', edits }))];
}
