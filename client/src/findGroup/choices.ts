import type { GroupFinding, WireEdit } from '../../../server/src/protocol/protocol';

/** A line of the list of what slows a group down. */
export type Choice =
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'fix'; readonly label: string; readonly detail: string; readonly edits: readonly WireEdit[] }
  | { readonly kind: 'line'; readonly label: string; readonly detail: string };

/** Of each finding, what it does, its fixes and its place, in the order of the findings. */
export function choicesOf(findings: readonly GroupFinding[]): readonly (Choice & { readonly finding: GroupFinding })[] {
  return findings.flatMap((finding) =>
    choices(finding).map((choice): Choice & { readonly finding: GroupFinding } => ({ ...choice, finding })),
  );
}

function choices({ effect, message, rule, range, fixes }: GroupFinding): Choice[] {
  return [
    { kind: 'heading', label: effect },
    ...fixes.map(({ title, edits }): Choice => ({ kind: 'fix', label: title, detail: message, edits })),
    {
      kind: 'line',
      label: `Show line ${range.start.line + 1}`,
      detail: fixes.length > 0 ? rule : message,
    },
  ];
}
