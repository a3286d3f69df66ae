import type { GroupFinding, WireEdit } from '../../../server/src/protocol/protocol';

/** A line of the list of what slows a group down. */
export type Choice =
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'fix'; readonly label: string; readonly detail: string; readonly edits: readonly WireEdit[] }
  | { readonly kind: 'line'; readonly label: string; readonly detail: string };

/** Of each finding, what it does and its fixes, or else its place, in the order of the findings. */
export function choicesOf(findings: readonly GroupFinding[]): readonly (Choice & { readonly finding: GroupFinding })[] {
  return findings.flatMap((finding) =>
    choices(finding).map((choice): Choice & { readonly finding: GroupFinding } => ({ ...choice, finding })),
  );
}

function choices({ effect, message, range, fixes }: GroupFinding): Choice[] {
  const heading: Choice = { kind: 'heading', label: effect };
  // The line of what is active is on the screen anyway, so that only a finding without a fix needs it as a choice.
  if (fixes.length === 0)
    return [heading, { kind: 'line', label: `Show line ${range.start.line + 1}`, detail: message }];
  return [heading, ...fixes.map(({ title, edits }): Choice => ({ kind: 'fix', label: title, detail: message, edits }))];
}
