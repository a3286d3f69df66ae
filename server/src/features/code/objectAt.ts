import type { ConfigDocument } from '../../model/document';
import type { Span } from '../../model/span';
import { methodOf } from '../../rules/kafkajs/support/options';
import { type CodeScope, isCodeScope, optionsOf } from './optionAt';

/** An object literal whose properties are options. */
export interface OptionsObject {
  readonly scope: CodeScope;
  readonly method: string;
  /** What comes before the names of its properties: `retry.`, `messages[].`, or nothing. */
  readonly prefix: string;
  readonly span: Span;
}

/** The innermost object of options around the offset. */
export function objectAt(document: ConfigDocument, offset: number): OptionsObject | undefined {
  let found: OptionsObject | undefined;
  for (const object of objectsOf(document)) {
    const { start, end } = object.span;
    const isInside = offset > start && offset < end && document.text[start] === '{';
    if (isInside && (!found || end - start < found.span.end - found.span.start)) found = object;
  }
  return found;
}

function objectsOf(document: ConfigDocument): OptionsObject[] {
  const own = document.scopes.filter(isCodeScope).flatMap((scope) => {
    const calls = scope.calls.flatMap(({ method, options, messages }) => [
      { scope, method, prefix: '', span: options.span },
      ...(messages?.elements ?? []).map(({ span }) => ({ scope, method, prefix: 'messages[].', span })),
    ]);
    return [{ scope, method: methodOf(scope), prefix: '', span: scope.span }, ...calls];
  });
  const nested = optionsOf(document).map(({ scope, method, name, entry }) => {
    return { scope, method, prefix: `${name}.`, span: entry.value.span };
  });
  return [...own, ...nested];
}

/** The beginning of the property that the caret is in, and the quote that is open there. */
export interface Property {
  readonly start: number;
  readonly quote?: string;
}

/**
 * Reads an object's text up to the caret, since half-typed properties are not in any tree. Undefined in a comment and
 * inside of a property's own brackets.
 */
export function propertyAt(text: string, object: Span, offset: number): Property | undefined {
  let start = object.start + 1;
  let depth = 0;
  for (let at = start; at < offset; at++) {
    const skipped = skip(text, at);
    if (skipped !== undefined && skipped > offset - 1) {
      const quote = text.charAt(at);
      return depth === 0 && quote !== '/' ? { start, quote } : undefined;
    }
    if (skipped !== undefined) {
      const isComment = text[at] === '/';
      if (isComment && text.slice(start, at).trim() === '') start = skipped + 1;
      at = skipped;
    } else if ('([{'.includes(text.charAt(at))) depth++;
    else if (')]}'.includes(text.charAt(at))) depth--;
    else if (text[at] === ',' && depth === 0) start = at + 1;
    if (depth < 0) return undefined;
  }
  return depth === 0 ? { start } : undefined;
}

/** The last character of the text or comment that begins here; undefined where none does. */
function skip(text: string, at: number): number | undefined {
  const first = text.charAt(at);
  if (`'"\``.includes(first)) return endOfText(text, at, first);
  if (text.startsWith('//', at)) return endBefore(text.indexOf('\n', at), text);
  if (!text.startsWith('/*', at)) return undefined;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 1;
}

function endOfText(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
    else if (text[at] === '\n' && quote !== '`') return at - 1;
  }
  return text.length;
}

function endBefore(lineEnd: number, text: string): number {
  return lineEnd < 0 ? text.length : lineEnd;
}
