import type { ConfigDocument } from '../model/document';
import type { ConfigEdit } from '../model/edit';
import type { Report } from '../model/finding';
import type { Scope } from '../model/scope';
import { rootOf } from '../model/tree';

/** No more of those that a change concerns are named. */
const MAX_NAMED = 3;

/**
 * What several things of a document share, such as an anchor of YAML, is written once: a fix of it says whom else it
 * changes, and is nothing to be done without looking, since only one of them has been judged.
 */
export function tellingShared({ scopes }: ConfigDocument): (scope: Scope, report: Report) => Report {
  const owners = new Map<number, Set<string>>();
  for (const scope of scopes.length > 1 ? scopes : []) {
    const { name } = rootOf(scope);
    if (name === undefined) continue;
    for (const { keySpan } of scope.entries) {
      const names = owners.get(keySpan.start);
      if (names) names.add(name);
      else owners.set(keySpan.start, new Set([name]));
    }
  }
  const othersOf = (scope: Scope, edits: readonly ConfigEdit[]): string[] => {
    const own = rootOf(scope).name;
    const all = edits.flatMap((edit) => ('entry' in edit ? [...(owners.get(edit.entry.keySpan.start) ?? [])] : []));
    return [...new Set(all)].filter((name) => name !== own);
  };
  return (scope, report) => {
    if (owners.size === 0 || !report.fixes?.length) return report;
    const fixes = report.fixes.map((fix) => {
      const others = othersOf(scope, fix.edits);
      return others.length > 0 ? { ...fix, title: `${fix.title}, also in ${listed(others)}`, safe: false } : fix;
    });
    return { ...report, fixes };
  };
}

function listed(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  return more > 0 ? `${names.slice(0, MAX_NAMED).join(', ')} and ${more} more` : names.join(', ');
}
