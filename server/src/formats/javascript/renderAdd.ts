import type { Options } from '../../model/call';
import type { ConfigDocument } from '../../model/document';
import type { SettingEdit, TextEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import type { Span } from '../../model/span';
import type { Layout } from '../code/layout';
import { quote } from '../code/literals';
import { literalSource } from './renderValue';

type Addition = Extract<SettingEdit, { kind: 'add' }>;

/** The way to an option through the objects around it: `['retry', 'retries']`. */
function wayTo(scope: Scope, key: string): readonly string[] {
  return scope.client === 'rdkafka' ? [key] : key.split('.');
}

/** What the property itself is called: `retries` for `retry.retries`. */
export function ownName(scope: Scope, key: string): string {
  return wayTo(scope, key).at(-1) ?? key;
}

/** One edit for each object that gets something; `removed` tells the options that other edits take away. */
export function renderAdditions(
  { text }: ConfigDocument,
  layout: Layout,
  edits: readonly Addition[],
  removed: ReadonlySet<number>,
): TextEdit[] {
  const byPlace = new Map<number, { target: Target; properties: string[] }>();
  for (const edit of edits) {
    const target = targetOf(text, edit);
    if (!target) continue;
    const place = byPlace.get(target.span.start) ?? { target, properties: [] };
    byPlace.set(target.span.start, place);
    place.properties.push(propertySource(edit, target, layout));
  }
  return [...byPlace.values()].map(({ target, properties }) => insertion(text, layout, target, properties, removed));
}

interface Target {
  readonly span: Span;
  /** The object's properties, nested ones included. */
  readonly entries: readonly Entry[];
  /** The names that remain to be written, outermost first. */
  readonly names: readonly string[];
}

function targetOf(text: string, edit: Addition): Target | undefined {
  const options: Options = edit.options ?? edit.scope;
  const way = wayTo(edit.scope, edit.key);
  const outer = options.entries.find((entry) => way.length > 1 && entry.writtenKey === way[0]);
  const span = outer ? outer.value.span : options.span;
  const isList = text[span.start] === '(' && !outer;
  if (!isList && !(text[span.start] === '{' && text[span.end - 1] === '}')) return undefined;
  const entries = options.entries.filter((entry) => entry.span.start > span.start && entry.span.end < span.end);
  return { span, entries, names: outer ? way.slice(1) : way };
}

function propertySource({ value, expression }: Addition, { names }: Target, layout: Layout): string {
  const source = expression ? value : literalSource(value, layout);
  return names.reduceRight((inner, name, index) => {
    const property = `${propertyName(name, layout)}: ${inner}`;
    return index === 0 ? property : `{ ${property} }`;
  }, source);
}

function propertyName(name: string, layout: Layout): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name, layout.quote);
}

function insertion(
  text: string,
  layout: Layout,
  target: Target,
  properties: readonly string[],
  removed: ReadonlySet<number>,
): TextEdit {
  const { span } = target;
  if (text[span.start] === '(') {
    return { span: { start: span.start + 1, end: span.end - 1 }, newText: `{ ${properties.join(', ')} }` };
  }
  const last = lastOf(target.entries.filter((entry) => !removed.has(entry.span.start)));
  if (!last)
    return target.entries[0]
      ? first(text, layout, target.entries[0], span, properties)
      : intoEmpty(text, layout, span, properties);
  const { end } = last.span;
  const comma = /^\s*,/.exec(text.slice(end, span.end))?.[0] ?? '';
  if (!text.slice(span.start, span.end).includes('\n')) {
    // The removal of what follows may take the comma along.
    const isFollowed = target.entries.some((entry) => entry.span.start > end && removed.has(entry.span.start));
    if (isFollowed) return insertAt(end, `, ${properties.join(', ')}`);
    const at = end + comma.length;
    const list = ` ${properties.join(', ')}`;
    return insertAt(at, comma ? `${list},` : `,${list}`);
  }
  const lines = properties.map((one) => `${layout.lineEnd}${indentationAt(text, last.span.start)}${one}`).join(',');
  const at = end + comma.length;
  const remark = /^[ \t]*(?:\/\/[^\n\r]*|\/\*[^\n]*?\*\/[ \t]*)?(?=\r?\n)/.exec(text.slice(at, span.end))?.[0] ?? '';
  if (comma) return insertAt(at + remark.length, `${lines},`);
  return { span: { start: end, end: end + remark.length }, newText: `,${remark}${lines}` };
}

/** Into an object whose properties all go. */
function first(text: string, layout: Layout, entry: Entry, { start }: Span, properties: readonly string[]): TextEdit {
  const isMultiline = text.slice(start, entry.span.start).includes('\n');
  if (!isMultiline) return insertAt(start + 1, ` ${properties.join(', ')} `);
  const gap = layout.lineEnd + indentationAt(text, entry.span.start);
  return insertAt(start + 1, properties.map((one) => `${gap}${one},`).join(''));
}

/** The entry that ends last, which is one of the object's own. */
function lastOf(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (last, one) => (last && last.span.end >= one.span.end ? last : one),
    undefined,
  );
}

function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

function intoEmpty(text: string, layout: Layout, { start, end }: Span, properties: readonly string[]): TextEdit {
  const inside = text.slice(start + 1, end - 1);
  if (!inside.includes('\n')) return { span: { start, end }, newText: `{ ${properties.join(', ')} }` };
  const outer = indentationAt(text, start);
  const lines = properties.map((one) => `${outer}${layout.indent}${one},${layout.lineEnd}`).join('');
  // Comments of the empty object stay above what is added.
  const kept = inside.trim() === '' ? `${layout.lineEnd}` : `${inside.trimEnd()}${layout.lineEnd}`;
  return { span: { start: start + 1, end: end - 1 }, newText: `${kept}${lines}${outer}` };
}

function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}
