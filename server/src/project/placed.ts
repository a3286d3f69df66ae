import type { ConfigEdit } from '../model/edit';
import type { Report } from '../model/finding';
import type { Place, PlacedReport, Site } from '../model/project';

/** More places than anybody looks at say nothing new. */
const MOST_RELATED = 10;

/** The report as a finding of its own document has it; undefined when its place is gone. */
export function placedIn(
  uri: string,
  report: PlacedReport,
  placeOf: (site: Site) => Place | undefined,
): Report | undefined {
  const own = placeOf(report.at);
  if (!own) return undefined;
  const { message, severity, related = [], fixes = [], texts = [] } = report;
  const places = related.slice(0, MOST_RELATED).flatMap(({ at, message: told }) => {
    const place = placeOf(at);
    if (!place) return [];
    const { span, start, end } = place;
    return [{ span, message: told, ...(at.uri !== uri && { foreign: { uri: at.uri, start, end } }) }];
  });
  return {
    span: own.span,
    message,
    ...(severity && { severity }),
    ...(places.length > 0 && { related: places }),
    fixes: [
      ...texts.flatMap(({ title, safe, edits }) => {
        const rendered = edits.flatMap(({ at, newText }): ConfigEdit[] => {
          const span = placeOf(at)?.span;
          return span ? [{ kind: 'text', span, newText }] : [];
        });
        return rendered.length === edits.length ? [{ title, safe, edits: rendered }] : [];
      }),
      ...fixes.map(({ title, changes, command }) => ({
        title,
        safe: false,
        edits: [],
        ...(command === undefined ? { foreign: changes } : { command }),
      })),
    ],
  };
}
