import type { Entry } from '../../model/entry';
import type { Layout } from '../code/layout';
import { quote } from '../code/literals';

/** Source text for a value: numbers and truth values stand bare, unless the old value was a text. */
export function literalSource(value: string, layout: Layout, entry?: Entry): string {
  const form = entry?.value.kind === 'literal' ? entry.value.form : undefined;
  const isBare = /^-?\d+(?:\.\d+)?$|^(?:true|false|null)$/.test(value);
  return isBare && form !== 'string' ? value : quote(value, layout.quote);
}
