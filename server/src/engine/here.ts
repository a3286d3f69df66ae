import type { Report } from '../model/finding';
import type { Scope } from '../model/scope';
import type { Span } from '../model/span';

/** What another file says is told there; what comes from there is told where it is used, and cannot be changed here. */
export function tellingHere(
  scope: Scope,
  telling: (scope: Scope, report: Report) => Report,
): (reports: Iterable<Report>) => Iterable<Report> {
  const { entries, calls } = scope;
  const all = [...entries, ...calls.flatMap(({ options }) => options.entries)];
  const foreign = new Set(all.flatMap(({ elsewhere, span }) => (elsewhere ? [placeOf(span)] : [])));
  return function* (reports) {
    for (const report of reports) {
      if (report.span.start < 0) continue;
      yield foreign.has(placeOf(report.span)) ? { ...report, fixes: [] } : telling(scope, report);
    }
  };
}

function placeOf({ start, end }: Span): string {
  return `${start} ${end}`;
}
