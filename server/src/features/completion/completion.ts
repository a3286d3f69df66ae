import type { Typing } from '../../formats/format';
import { formatOfDocument } from '../../formats/registry';
import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import { scopeNear } from '../../model/tree';
import { namedSuggestions } from '../code/namedCompletion';
import { optionSuggestions } from '../code/optionCompletion';
import { settingSuggestions } from '../code/settingCompletion';
import { entryAt } from '../find';
import { directiveSuggestions } from './directives';
import { keySuggestions } from './keys';
import type { Suggestion, Suggestions } from './suggestion';
import { valueSuggestions } from './values';

/**
 * What can stand at the caret: a key, a value, or the words of a directive. `trigger` is the character that asked by
 * itself, without the user.
 */
export function completionAt(document: ConfigDocument, offset: number, trigger?: string): Suggestions | undefined {
  const comment = document.comments.find(({ span }) => offset > span.start && offset <= span.end);
  if (comment) return directiveSuggestions(document, comment, offset);
  if (document.family === 'code')
    return (
      optionSuggestions(document, offset, trigger) ??
      settingSuggestions(document, offset) ??
      namedSuggestions(document, offset)
    );
  const entry = document.entries.find(({ span }) => offset >= span.start && offset <= span.end);
  if (entry && offset > entry.keySpan.end) return valueAt(document, entry, offset);
  return keyAt(document, entry, offset);
}

function keyAt(document: ConfigDocument, entry: Entry | undefined, offset: number): Suggestions | undefined {
  const { typing } = formatOfDocument(document);
  const place = typing ? typing(document, offset, entry) : plainTyping(document, offset, entry);
  // An edit of a completion must stay on one line.
  if (!place || /[\r\n]/.test(document.text.slice(place.typed.start, place.typed.end))) return undefined;
  const items = keySuggestions(document, place, entry);
  return { typed: { start: place.typed.start, end: offset }, whole: place.typed, items, incomplete: false };
}

/** Keys of their own lines, all in one manner. */
function plainTyping(document: ConfigDocument, offset: number, entry: Entry | undefined): Typing | undefined {
  if (!entry && !isOnBlankLine(document.text, offset)) return undefined;
  const scope = (entry && entryAt(document, entry.span.start)?.scope) ?? scopeNear(document.scopes, offset);
  if (!scope) return undefined;
  const separator = formatOfDocument(document).separator?.(document) ?? '=';
  const typed = entry?.keySpan ?? { start: offset, end: offset };
  return { scope, typed, before: '', separator, written: scope.written };
}

function valueAt(document: ConfigDocument, entry: Entry, offset: number): Suggestions | undefined {
  const found = entryAt(document, entry.span.start);
  if (!found || offset < entry.value.span.start) return undefined;
  const { text } = document;
  const { start, end } = entry.value.span;
  if (/[\r\n]/.test(text.slice(start, end))) return undefined;
  const part = partAt(text, start, end, offset);
  const typed = text.slice(part.start, offset);
  const { items, dynamic, isList } = valueSuggestions(found.scope, entry, typed);
  const whole = isList ? part : { start, end };
  const others = isList ? elementsBut(text, entry, part.start) : new Set<string>();
  const left: Suggestion[] = items.filter((item) => !others.has(item.text));
  return { typed: { start: whole.start, end: offset }, whole, items: left, incomplete: dynamic };
}

/** The element of a list, without the blanks around it, that the caret is in. */
function partAt(text: string, from: number, to: number, offset: number): { start: number; end: number } {
  let start = offset;
  while (start > from && text.charAt(start - 1) !== ',') start--;
  while (start < offset && text.charAt(start) === ' ') start++;
  let end = offset;
  while (end < to && text.charAt(end) !== ',') end++;
  return { start, end };
}

function elementsBut(text: string, { value }: Entry, except: number): Set<string> {
  const others = new Set<string>();
  let at = value.span.start;
  for (const element of text.slice(value.span.start, value.span.end).split(',')) {
    const isHere = except >= at && except <= at + element.length;
    if (!isHere) others.add(element.trim());
    at += element.length + 1;
  }
  return others;
}

function isOnBlankLine(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && ' \t\f\ufeff'.includes(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && ' \t\f'.includes(text.charAt(end))) end++;
  const isStart = start === 0 || '\r\n'.includes(text.charAt(start - 1));
  return isStart && (end === text.length || '\r\n'.includes(text.charAt(end)));
}
