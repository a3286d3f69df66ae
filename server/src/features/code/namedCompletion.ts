import { callOptions, clientOption } from '../../catalogue/clients';
import { CLIENT_NAMES } from '../../catalogue/clients/names';
import type { ClientOption } from '../../catalogue/clients/option';
import type { ConfigDocument } from '../../model/document';
import type { Span } from '../../model/span';
import { methodOf } from '../../rules/kafkajs/support/options';
import type { Suggestion, Suggestions } from '../completion/suggestion';
import { describeOption } from './describeOption';
import { type CodeScope, isCodeScope } from './optionAt';
import { optionValueSuggestions } from './optionValueSuggestions';

/** A string of a dict or a map before the caret, with its key where it is a value. */
const IN_MAP = /(?:^|[{,])\s*(?:(["'])([\w.]+)\1\s*:\s*)?(["'])([\w.]*)$/;
/** A keyword of a call before the caret, and the string that it is given. */
const IN_CALL = /(?:^|[(,])\s*(?:(\w+)\s*=\s*(["'])([\w.-]*)|(\w*))$/;

/**
 * What can stand at the caret inside of the settings of a client in Python or Go: a name or a value in a string of its
 * dict or map, or a keyword of the call. Fields and constants are the language's own to complete.
 */
export function namedSuggestions(document: ConfigDocument, offset: number): Suggestions | undefined {
  const scope = scopeAt(document, offset);
  if (!scope) return undefined;
  const { text } = document;
  const { start } = scope.span;
  const before = text.slice(Math.max(start, text.lastIndexOf('\n', offset - 1) + 1), offset);
  if (text[start] === '{') {
    const [whole, , key, quote, typed = ''] = IN_MAP.exec(before) ?? [];
    if (whole === undefined || quote === undefined) return undefined;
    const items = key === undefined ? names(scope, offset, '') : values(scope, key, quote);
    return suggestions(text, offset, typed, items);
  }
  const [whole, keyword, quote, value = '', name = ''] = IN_CALL.exec(before) ?? [];
  if (whole === undefined) return undefined;
  if (keyword !== undefined && quote !== undefined)
    return suggestions(text, offset, value, values(scope, keyword, quote));
  return suggestions(text, offset, name, names(scope, offset, /^\w*\s*=/.test(text.slice(offset)) ? '' : '='));
}

/** The innermost client whose own settings are written around the caret; Go's fields are none of them. */
function scopeAt({ scopes, text }: ConfigDocument, offset: number): CodeScope | undefined {
  const around = scopes.filter(isCodeScope).filter(({ span, writtenValue, client, creation }) => {
    if (!writtenValue || !creation || offset <= span.start || offset >= span.end) return false;
    return text[span.start] === '{' ? client === 'rdkafka' : text[span.start] === '(' && takesKeywords(client);
  });
  return around.sort((a, b) => lengthOf(a.span) - lengthOf(b.span))[0];
}

function takesKeywords(client: CodeScope['client']): boolean {
  return client === 'kafka-python' || client === 'aiokafka';
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

function names(scope: CodeScope, offset: number, behind: string): readonly Suggestion[] {
  const others = scope.entries.filter(({ keySpan }) => offset < keySpan.start || offset > keySpan.end);
  const taken = new Set(others.flatMap(({ key, writtenKey }) => [key, writtenKey]));
  return callOptions(scope.client, methodOf(scope))
    .filter(({ name, kafkaKey }) => !taken.has(name) && !(kafkaKey !== undefined && taken.has(kafkaKey)))
    .map((option) => nameSuggestion(scope, option, behind));
}

function nameSuggestion(scope: CodeScope, option: ClientOption, behind: string): Suggestion {
  const { name, defaultText, required } = option;
  return {
    label: name,
    kind: 'key',
    text: `${name}${behind}`,
    sort: `13 ${required ? 0 : 1} ${name}`,
    source: CLIENT_NAMES[scope.client],
    documentation: describeOption(scope, option),
    ...(defaultText && { detail: `default ${defaultText}` }),
  };
}

function values(scope: CodeScope, name: string, quote: string): readonly Suggestion[] {
  const option = clientOption(scope.client, methodOf(scope), name);
  return option?.values ? optionValueSuggestions(option, '', quote, quote) : [];
}

function suggestions(
  text: string,
  offset: number,
  typed: string,
  items: readonly Suggestion[],
): Suggestions | undefined {
  if (items.length === 0) return undefined;
  const rest = /^[\w.-]*/.exec(text.slice(offset))?.[0] ?? '';
  const span = { start: offset - typed.length, end: offset };
  return { typed: span, whole: { ...span, end: offset + rest.length }, items, incomplete: false };
}
