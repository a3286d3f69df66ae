import type { ConfigDocument } from '../model/document';
import type { Entry } from '../model/entry';
import type { Span } from '../model/span';
import { isSecretKey } from './secretKey';
import { type Notation, secretsInText } from './secretsInText';

/** A reference to a secret that is kept elsewhere, which may be shown: `${env:PASSWORD}`, `$(PASSWORD)`, `%PASSWORD%`. */
const REFERENCE =
  /^(?:\$\{(?:(?:env|file|dir|directory|vault|secrets?|aws\w*|gcp\w*|azure\w*):[^{}]*|\w+)\}|\$\(\w+\)|%\w+%|\{\{[^{}|"']*\}\})$/;

/** The parts of a document that hold secrets, in the order of the text and without overlaps. */
export function secretSpans({ text, entries, family }: ConfigDocument): Span[] {
  const notation: Notation = family === 'code' ? 'code' : 'text';
  const ofEntries = entries.flatMap((entry) => (isSecretKey(keyOf(entry)) ? ofValue(entry, text, notation) : []));
  return merged([...ofEntries, ...secretsInText(text, notation)]);
}

/** The written key alone may be a short one of a nested object: `password` below `sasl`. */
function keyOf({ key, writtenKey }: Entry): string {
  return writtenKey.length >= key.length ? writtenKey : key;
}

function ofValue({ value }: Entry, text: string, notation: Notation): Span[] {
  const { start, end } = value.span;
  if (start === end || value.kind === 'absent') return [];
  // In code anything but a literal only says where the secret comes from; literals in it are found as text.
  if (notation === 'code' && (value.kind === 'dynamic' || value.form === 'null' || value.form === 'undefined'))
    return [];
  return REFERENCE.test(text.slice(start, end).trim()) ? [] : [value.span];
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && span.start < last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
