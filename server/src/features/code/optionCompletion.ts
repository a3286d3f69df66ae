import { callOptions, clientOption } from '../../catalogue/clients';
import { CLIENT_NAMES, shownCall } from '../../catalogue/clients/names';
import { renderEdits } from '../../formats/registry';
import type { ConfigDocument } from '../../model/document';
import type { TextEdit } from '../../model/edit';
import { judgeName, lookalikesOf } from '../../rules/kafkajs/support/lookalikes';
import type { Suggestion, Suggestions } from '../completion/suggestion';
import { describeOption } from './describeOption';
import { type OptionsObject, objectAt, propertyAt } from './objectAt';
import { optionsOf } from './optionAt';
import { optionNames } from './optionNames';
import { isMember, valueSnippet } from './optionSnippets';
import { optionValueSuggestions } from './optionValueSuggestions';

const KEY = /^\s*(['"]?)([\w$.]*)$/;
const VALUE = /^\s*(?:([\w$]+)|(['"])([\w.]+)\2)\s*:\s*(['"]?)([\w$.-]*)$/;

/**
 * What can stand at the caret inside of a client's options: an option or its value. The language's own suggestions
 * are beside ours and know the types, so ours come right after them and say whose they are.
 */
export function optionSuggestions(
  document: ConfigDocument,
  offset: number,
  trigger: string | undefined,
): Suggestions | undefined {
  const object = objectAt(document, offset);
  // What is written here is JavaScript's.
  if (object?.scope.writtenValue) return undefined;
  const property = object && propertyAt(document.text, object.span, offset);
  if (!object || !property) return undefined;
  const before = document.text.slice(property.start, offset);
  const key = KEY.exec(before);
  // After a comma comes a new line more often than an option, and Enter would take the first one.
  if (key) return trigger === undefined ? keySuggestions(document, object, offset, key) : undefined;
  const value = VALUE.exec(before);
  if (!value || (trigger !== undefined && trigger !== ':' && trigger !== '.')) return undefined;
  const [, plain, , quoted, quote = '', typed = ''] = value;
  const name = plain ?? quoted ?? '';
  const option = clientOption(object.scope.client, object.method, object.prefix + name);
  const items = option ? optionValueSuggestions(option, typed, quote, quoteOf(document.text)) : [];
  const spaced = /:$/.test(before) ? items.map((item) => ({ ...item, text: ` ${item.text}` })) : items;
  const needed = quote === '' ? spaced.map((item) => withImport(document, object, item)) : items;
  return suggestions(document.text, offset, typed, needed);
}

function keySuggestions(
  document: ConfigDocument,
  object: OptionsObject,
  offset: number,
  [, quote = '', typed = '']: RegExpExecArray,
): Suggestions | undefined {
  const { scope, method, prefix, span } = object;
  const taken = new Set(
    optionsOf(document)
      .filter(({ entry }) => entry.span.start > span.start && entry.span.end < span.end)
      .filter(({ entry }) => offset < entry.keySpan.start || offset > entry.keySpan.end)
      .map(({ name }) => name),
  );
  const after = document.text.slice(offset);
  const hasValue = /^[\w$.]*['"]?\s*:/.test(after);
  const mark = quote || quoteOf(document.text);
  const comma = /^[\w$.]*\s*[\w'"[]/.test(after) && !/^[\w$.]*\s*[,}]/.test(after) ? ',' : '';
  const options = optionNames(scope.client, callOptions(scope.client, method), prefix);
  const items = options
    .filter(({ option }) => !taken.has(option.name))
    .map(({ option, name }): Suggestion => {
      const written = quote !== '' || /^[A-Za-z_$][\w$]*$/.test(name) ? name : `${mark}${name}${mark}`;
      const item: Suggestion = {
        label: name,
        kind: 'key',
        text: written,
        sort: sortOf(option.required, name),
        source: CLIENT_NAMES[scope.client],
        documentation: describeOption(scope, option),
        ...(option.defaultText && { detail: `default ${option.defaultText}` }),
      };
      if (hasValue || quote !== '') return item;
      const snippet = `${written}: ${valueSnippet(option, mark)}`;
      return withImport(document, object, { ...item, text: `${written}: `, snippet: snippet + comma });
    });
  const explained = prefix === '' && scope.client === 'kafkajs' && !hasValue ? explanations(method, typed) : [];
  const found = suggestions(document.text, offset, typed, [...items, ...explained]);
  return found && { ...found, incomplete: scope.client === 'kafkajs' };
}

/** Names of other calls and other clients that begin as the typed text does: they insert nothing. */
function explanations(method: string, typed: string): Suggestion[] {
  if (typed.length < 2) return [];
  const start = typed.toLowerCase();
  const names = lookalikesOf(method).filter((name) => name.toLowerCase().startsWith(start));
  return names.flatMap((name): Suggestion[] => {
    const verdict = judgeName(method, name);
    if (verdict.kind !== 'misplaced' && verdict.kind !== 'missing') return [];
    const why =
      verdict.kind === 'missing'
        ? verdict.instead
        : `it is an option of ${verdict.methods.map(shownCall).join(' and ')}, not of ${shownCall(method)}`;
    return [
      {
        label: name,
        kind: 'key',
        detail: 'KafkaJS ignores it here',
        documentation: `KafkaJS ignores \`${name}\` here: ${why}. Nothing is inserted.`,
        source: 'ignored by KafkaJS',
        text: typed,
        sort: `19 ${name}`,
        deprecated: true,
      },
    ];
  });
}

/** Behind TypeScript's members (11 and 12), before its other names (15 and on). */
function sortOf(required: boolean, name: string): string {
  return `13 ${required ? 0 : 1} ${name}`;
}

/** With the import of a constant of the library, where the file has none yet. */
function withImport(document: ConfigDocument, { scope }: OptionsObject, item: Suggestion): Suggestion {
  const text = item.snippet ?? item.text;
  const name = /\b(CompressionTypes|logLevel|Partitioners)\./.exec(text)?.[1];
  if (!name || scope.client !== 'kafkajs' || !(item.snippet || isMember(item.text.trim()))) return item;
  const additional: readonly TextEdit[] = renderEdits(document, [{ kind: 'import', scope, name }]);
  return additional.length > 0 ? { ...item, additional } : item;
}

function suggestions(
  text: string,
  offset: number,
  typed: string,
  items: readonly Suggestion[],
): Suggestions | undefined {
  if (items.length === 0) return undefined;
  const start = offset - typed.length;
  const rest = /^[\w$.]*/.exec(text.slice(offset))?.[0] ?? '';
  return { typed: { start, end: offset }, whole: { start, end: offset + rest.length }, items, incomplete: true };
}

function quoteOf(text: string): string {
  const count = (mark: string): number => text.split(mark).length;
  return count('"') > count("'") ? '"' : "'";
}
