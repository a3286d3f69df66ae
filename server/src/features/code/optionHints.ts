import { clientOption } from '../../catalogue/clients';
import type { ConfigDocument } from '../../model/document';
import { overlaps, type Span } from '../../model/span';
import type { HumanHint } from '../humanValue';
import { humanAmount } from '../humanValue';
import { optionsOf } from './optionAt';

/** Durations and sizes of options in units that people read, once each, for the options in the span. */
export function optionHints(document: ConfigDocument, within: Span): HumanHint[] {
  const hints = new Map<number, HumanHint>();
  for (const { scope, method, name, entry } of optionsOf(document)) {
    const { value } = entry;
    if (value.kind !== 'literal' || value.form !== 'number' || !overlaps(value.span, within)) continue;
    const unit = clientOption(scope.client, method, name)?.unit;
    const label = unit && humanAmount(value.text, unit);
    if (label) hints.set(value.span.end, { offset: value.span.end, label });
  }
  return [...hints.values()];
}
