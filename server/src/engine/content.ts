import type { Entry } from '../model/entry';

const contents = new WeakMap<Entry, string>();

/** All that an entry says, and how far apart its parts stand, but not where. */
export function contentOf(entry: Entry | undefined): string | undefined {
  if (!entry) return undefined;
  const known = contents.get(entry);
  if (known !== undefined) return known;
  const content = `${formOf(entry)} ${entry.key}\n${entry.writtenKey}\n${entry.value.text}`;
  contents.set(entry, content);
  return content;
}

const KINDS = ['literal', 'dynamic', 'absent'] as const;
const BASE = 1024;

/** All of an entry but key and value, as one number where it is nothing out of the way: there are thousands of them. */
export function formOf(entry: Entry): number | string {
  const { key, keySpan, value, span } = entry;
  const { start } = span;
  let form = value.span.end - start;
  const lengths = [KINDS.indexOf(value.kind), key.length, keySpan.end - start, value.span.start - start];
  for (const length of lengths) form = length < 0 || length >= BASE ? Number.NaN : form * BASE + length;
  const isPlain = keySpan.start === start && span.end === value.span.end && !hasMore(entry);
  return isPlain && Number.isSafeInteger(form) ? form : wholeFormOf(entry);
}

function hasMore({ value, elsewhere, shared, overriddenBy }: Entry): boolean {
  if (elsewhere || shared || overriddenBy) return true;
  return 'form' in value || 'written' in value || 'fallback' in value;
}

function wholeFormOf({ key, value, keySpan, span, elsewhere, shared, overriddenBy }: Entry): string {
  const { kind, form, written, fallback } = { form: undefined, written: undefined, fallback: undefined, ...value };
  const places = [keySpan.start, keySpan.end, value.span.start, value.span.end, span.end].map((at) => at - span.start);
  const winner = overriddenBy && [overriddenBy.writtenKey, overriddenBy.value.text];
  return JSON.stringify([key.length, kind, form, written, fallback, elsewhere, shared, places, winner]);
}
