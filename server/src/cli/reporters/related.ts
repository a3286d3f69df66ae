import { fileURLToPath } from 'node:url';
import type { Place } from '../../features/places';
import type { Finding, RelatedPlace } from '../../model/finding';
import type { Span } from '../../model/span';
import { display } from '../display';

export interface RelatedReport extends Place {
  readonly file: string;
  readonly message: string;
}

/** The places that belong to a finding, in its own file and in others. */
export function relatedOf(
  { related = [] }: Finding,
  file: string,
  placeOf: (span: Span) => Place,
  cwd: string,
): RelatedReport[] {
  return related.map((one) => ({ ...placeIn(one, file, placeOf, cwd), message: one.message }));
}

function placeIn(
  { span, foreign }: RelatedPlace,
  file: string,
  placeOf: (span: Span) => Place,
  cwd: string,
): Place & { readonly file: string } {
  if (!foreign) return { file, ...placeOf(span) };
  const { uri, start, end } = foreign;
  return {
    // A part of a running cluster is no file.
    file: uri.startsWith('file:') ? display(fileURLToPath(uri), cwd) : uri,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
