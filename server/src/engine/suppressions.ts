import type { ConfigDocument, Directive } from '../model/document';
import type { Finding } from '../model/finding';
import { overlaps, type Span } from '../model/span';
import type { IgnoreUse } from '../rules/rule';

type Ignore = Extract<Directive, { kind: 'ignore' }>;

export interface Suppressed {
  readonly kept: readonly Finding[];
  readonly uses: readonly IgnoreUse[];
}

interface Use extends IgnoreUse {
  readonly directive: Ignore;
  readonly silenced: Set<string>;
}

/** Drops the findings that an ignore directive covers, and tells what each directive silenced. */
export function applySuppressions(document: ConfigDocument, findings: readonly Finding[]): Suppressed {
  const ignores = document.directives.filter((directive): directive is Ignore => directive.kind === 'ignore');
  if (ignores.length === 0) return { kept: findings, uses: [] };
  const uses = ignores.map((directive): Use => ({ directive, silenced: new Set() }));
  const usesAt = lookUp(uses);
  const kept = findings.filter((finding) => {
    const covering = usesAt(finding.span).filter(({ directive }) => names(directive, finding.rule));
    for (const use of covering) use.silenced.add(finding.rule);
    return covering.length === 0;
  });
  return { kept, uses };
}

/** What covers a place, found without a look at every directive of the file. */
function lookUp(uses: readonly Use[]): (span: Span) => Use[] {
  const ofFile = uses.filter(({ directive }) => directive.covers === 'file');
  const placed = uses
    .flatMap((use) => (use.directive.covers === 'file' ? [] : [{ use, covers: use.directive.covers, reach: 0 }]))
    .sort((a, b) => a.covers.start - b.covers.start);
  let reach = 0;
  for (const one of placed) {
    reach = Math.max(reach, one.covers.end);
    one.reach = reach;
  }
  return (span) => {
    const found = [...ofFile];
    for (let at = lastIndexUpTo(placed, span.end); at >= 0; at--) {
      const one = placed[at];
      // Nothing up to here reaches as far as the place.
      if (!one || one.reach < span.start) break;
      if (overlaps(one.covers, span)) found.push(one.use);
    }
    return found;
  };
}

function lastIndexUpTo(placed: readonly { readonly covers: Span }[], offset: number): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.covers.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function names({ rules }: Ignore, rule: string): boolean {
  return rules.length === 0 || rules.some(({ id }) => id === rule);
}
