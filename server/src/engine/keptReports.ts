import type { Fix, Report } from '../model/finding';
import { ownText } from '../model/ownText';
import type { Span } from '../model/span';
import { type Ask, entryAsked, type Subject } from './asks';
import type { Seen } from './observing';

/** A place as somebody finds it again who has the same entries elsewhere: so far behind the start of one of them. */
interface Place {
  readonly ask: Ask;
  readonly from: number;
  readonly to: number;
}

/** A report without what depends on where it stands. What its fixes change is found out again when it is asked for. */
export interface KeptReport {
  readonly place: Place;
  readonly told: Pick<Report, 'message' | 'severity' | 'tags'>;
  readonly fixes: readonly Pick<Fix, 'title' | 'safe'>[];
  readonly related: readonly { readonly place: Place; readonly message: string }[] | undefined;
}

/** Undefined where a report speaks of a place that is in no entry which was looked at. */
export function keptOf(reports: readonly Report[], seen: Seen, subject: Subject): readonly KeptReport[] | undefined {
  const kept: KeptReport[] = [];
  for (const { span, fixes = [], related, ...told } of reports) {
    const place = placeOf(span, seen, subject);
    const places = related?.map((one) => ({ place: one.foreign ? undefined : placeOf(one.span, seen, subject), one }));
    const known = places?.flatMap(({ place: at, one }) => (at ? [{ place: at, message: ownText(one.message) }] : []));
    if (!place || known?.length !== places?.length || fixes.some(({ foreign }) => foreign)) return undefined;
    const own = { ...told, message: ownText(told.message) };
    kept.push({
      place,
      told: own,
      fixes: fixes.map(({ title, safe }) => ({ title: ownText(title), safe })),
      related: known,
    });
  }
  return kept;
}

/** The reports for a subject that gives the same answers; `again` runs the rule on it. */
export function reportsOf(
  kept: readonly KeptReport[],
  subject: Subject,
  again: () => readonly Report[],
): readonly Report[] {
  if (kept.length === 0) return NONE;
  const fixesOf = laterFixes(again);
  return kept.map(({ place, told, fixes, related }, index) => ({
    ...told,
    span: spanOf(place, subject),
    fixes: fixesOf(fixes, index),
    ...(related && { related: related.map((one) => ({ span: spanOf(one.place, subject), message: one.message })) }),
  }));
}

/** Fixes whose edits are found out by another run of the rule, once somebody wants them. */
export function laterFixes(
  again: () => readonly Report[],
): (fixes: readonly Pick<Fix, 'title' | 'safe'>[], index: number) => readonly Fix[] {
  let run: readonly Report[] | undefined;
  const reports = (): readonly Report[] => {
    run ??= again();
    return run;
  };
  return (fixes, index) =>
    fixes.map((fix, at) => ({
      title: fix.title,
      safe: fix.safe,
      get edits() {
        return reports()[index]?.fixes?.[at]?.edits ?? [];
      },
    }));
}

const NONE: readonly Report[] = [];

function placeOf(span: Span, { asks }: Seen, subject: Subject): Place | undefined {
  for (const { ask } of asks.values()) {
    if (ask.of !== 'key' && ask.of !== 'first' && ask.of !== 'entry') continue;
    const entry = entryAsked(ask, subject);
    if (!entry || span.start < entry.span.start || span.end > entry.span.end) continue;
    return { ask, from: span.start - entry.span.start, to: span.end - entry.span.start };
  }
  return undefined;
}

function spanOf({ ask, from, to }: Place, subject: Subject): Span {
  const start = entryAsked(ask, subject)?.span.start ?? 0;
  return { start: start + from, end: start + to };
}
