import type { ConfigDocument } from '../model/document';
import { overlaps, type Span } from '../model/span';
import { optionHints } from './code/optionHints';
import { settingPlaces } from './code/settingPlaces';
import { definitionOf } from './definition';
import type { Found } from './find';
import { type HumanHint, humanValue } from './humanValue';

/** Durations and sizes in units that people read, for the entries in the span. */
export function inlayHints(document: ConfigDocument, within: Span): HumanHint[] {
  if (document.family === 'code')
    return [...optionHints(document, within), ...hintsOf(settingPlaces(document), within)];
  return hintsOf(
    document.scopes.flatMap((scope) => scope.entries.map((entry) => ({ scope, entry }))),
    within,
  );
}

function hintsOf(found: readonly Found[], within: Span): HumanHint[] {
  return found.flatMap(({ scope, entry: { key, value, span } }): HumanHint[] => {
    if (value.kind !== 'literal' || !overlaps(span, within)) return [];
    const definition = definitionOf(scope, key);
    const label = definition && humanValue(definition.key, value.text);
    return label ? [{ offset: value.span.end, label }] : [];
  });
}
