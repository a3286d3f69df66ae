import type { Entry } from '../model/entry';
import type { Report } from '../model/finding';
import type { Scope } from '../model/scope';
import type { Span } from '../model/span';

/** What another file says is told there; what comes from there is told where it is used, and cannot be changed here. */
export function tellingHere(
  scope: Scope,
  telling: (scope: Scope, report: Report) => Report,
): (reports: Iterable<Report>) => Iterable<Report> {
  const { entries, calls } = scope;
  const foreign = new Set<string>();
  const add = ({ elsewhere, span }: Entry): void => {
    if (elsewhere) foreign.add(placeOf(span));
  };
  entries.forEach(add);
  for (const { options } of calls) options.entries.forEach(add);
  return function* (reports) {
    for (const report of reports) {
      if (report.span.start < 0) continue;
      yield foreign.size > 0 && foreign.has(placeOf(report.span)) ? { ...report, fixes: [] } : telling(scope, report);
    }
  };
}

function placeOf({ start, end }: Span): string {
  return `${start} ${end}`;
}
