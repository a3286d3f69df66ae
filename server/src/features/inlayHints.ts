import type { ConfigDocument } from '../model/document';
import { overlaps, type Span } from '../model/span';
import { optionHints } from './code/optionHints';
import { definitionOf } from './definition';
import { type HumanHint, humanValue } from './humanValue';

/** Durations and sizes in units that people read, for the entries in the span. */
export function inlayHints(document: ConfigDocument, within: Span): HumanHint[] {
  if (document.family === 'code') return optionHints(document, within);
  return document.scopes.flatMap((scope) =>
    scope.entries.flatMap(({ key, value, span }): HumanHint[] => {
      if (value.kind !== 'literal' || !overlaps(span, within)) return [];
      const definition = definitionOf(scope, key);
      const label = definition && humanValue(definition.key, value.text);
      return label ? [{ offset: value.span.end, label }] : [];
    }),
  );
}
