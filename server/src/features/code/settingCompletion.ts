import type { ConfigDocument } from '../../model/document';
import type { Span } from '../../model/span';
import { keySuggestions } from '../completion/keys';
import type { Suggestions } from '../completion/suggestion';
import { valueSuggestions } from '../completion/values';
import { settingPlaceAt } from './settingPlaces';

/** Keys and values of Kafka's own settings, where strings hold them; constants are the language's own to complete. */
export function settingSuggestions(document: ConfigDocument, offset: number): Suggestions | undefined {
  const found = settingPlaceAt(document, offset);
  const whole = found && insideOf(document.text, found.at);
  if (!found || !whole || offset < whole.start || offset > whole.end) return undefined;
  const { scope, entry, at } = found;
  const typed = { start: whole.start, end: offset };
  if (at === entry.keySpan) {
    const typing = { scope, typed: whole, before: '', separator: '', written: (key: string) => key };
    const items = keySuggestions(document, typing, entry);
    return { typed, whole, items, incomplete: false };
  }
  const { items, dynamic, isList } = valueSuggestions(scope, entry, document.text.slice(typed.start, offset));
  return isList ? undefined : { typed, whole, items, incomplete: dynamic };
}

/** What a string holds, without its quotes. */
function insideOf(text: string, { start, end }: Span): Span | undefined {
  const isString = end - start >= 2 && /^(["'])[^"'\\\r\n]*\1$/.test(text.slice(start, end));
  return isString ? { start: start + 1, end: end - 1 } : undefined;
}
