import type { ConfigDocument, Directive } from '../model/document';
import type { Finding } from '../model/finding';
import { overlaps } from '../model/span';
import type { IgnoreUse } from '../rules/rule';

type Ignore = Extract<Directive, { kind: 'ignore' }>;

export interface Suppressed {
  readonly kept: readonly Finding[];
  readonly uses: readonly IgnoreUse[];
}

/** Drops the findings that an ignore directive covers, and tells what each directive silenced. */
export function applySuppressions(document: ConfigDocument, findings: readonly Finding[]): Suppressed {
  const ignores = document.directives.filter((directive): directive is Ignore => directive.kind === 'ignore');
  if (ignores.length === 0) return { kept: findings, uses: [] };
  const uses = ignores.map((directive) => ({ directive, silenced: new Set<string>() }));
  const kept = findings.filter((finding) => {
    const covering = uses.filter(({ directive }) => covers(directive, finding));
    for (const use of covering) use.silenced.add(finding.rule);
    return covering.length === 0;
  });
  return { kept, uses };
}

function covers(directive: Ignore, finding: Finding): boolean {
  if (directive.rules.length > 0 && !directive.rules.some((rule) => rule.id === finding.rule)) return false;
  return directive.covers === 'file' || overlaps(directive.covers, finding.span);
}
