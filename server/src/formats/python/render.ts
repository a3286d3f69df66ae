import type { ConfigDocument } from '../../model/document';
import type { SettingEdit, TextEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import type { Span } from '../../model/span';
import { type Layout, layoutOf } from './layout';

type EditOf<Kind extends SettingEdit['kind']> = Extract<SettingEdit, { kind: Kind }>;

/** Renders edits in the manner of the code around them. */
export function renderEdits(document: ConfigDocument, edits: readonly SettingEdit[]): TextEdit[] {
  const layout = layoutOf(document.text);
  const additions = edits.filter((edit) => edit.kind === 'add');
  const others = edits.filter((edit) => edit.kind !== 'add');
  const rendered = [
    ...others.flatMap((edit) => renderOne(document, layout, edit)),
    ...renderAdditions(document, layout, additions),
  ];
  const needsOs = rendered.some(({ newText }) => newText.startsWith('os.'));
  return needsOs ? [...rendered, ...importOfOs(document.text, layout)] : rendered;
}

/** Before the first import; what comes from the future has to stay first. */
function importOfOs(text: string, { lineEnd }: Layout): TextEdit[] {
  if (/^import[ \t]+(?:\w+[ \t]*,[ \t]*)*os\b/m.test(text)) return [];
  const first = /^(?:import|from)[ \t]+(?!__future__)/m.exec(text);
  return first ? [{ span: { start: first.index, end: first.index }, newText: `import os${lineEnd}` }] : [];
}

function renderOne(document: ConfigDocument, layout: Layout, edit: Exclude<SettingEdit, { kind: 'add' }>): TextEdit[] {
  switch (edit.kind) {
    case 'set':
      return [{ span: edit.entry.value.span, newText: valueSource(document, layout, edit) }];
    case 'rename':
      return renamed(document.text, edit.entry, edit.scope, edit.key);
    case 'remove':
      return [{ span: removalOf(document.text, edit.entry), newText: '' }];
    case 'comment':
      return [commentAbove(document.text, layout, edit)];
    case 'text':
      return [{ span: edit.span, newText: edit.newText }];
    case 'import':
      return [];
  }
}

/** A value of Kafka's goes through the words of the library. */
function valueSource({ scopes }: ConfigDocument, layout: Layout, { entry, value, expression }: EditOf<'set'>): string {
  if (expression) return value;
  const scope = scopes.find(({ entries }) => entries.includes(entry));
  return scope?.writtenValue?.(entry.key, value) ?? plainSource(layout, value, entry);
}

function plainSource({ quote }: Layout, value: string, entry?: Entry): string {
  const form = entry?.value.kind === 'literal' ? entry.value.form : undefined;
  return /^-?\d+(?:\.\d+)?$/.test(value) && form !== 'string' ? value : `${quote}${value}${quote}`;
}

function renamed(text: string, { keySpan }: Entry, scope: Scope, key: string): TextEdit[] {
  const first = text.charAt(keySpan.start);
  const name = scope.written(key);
  return [{ span: keySpan, newText: first === '"' || first === "'" ? `${first}${name}${first}` : name }];
}

/** An item with one comma, and with its line where nothing else is on it; a statement of its own with its line. */
function removalOf(text: string, { span }: Entry): Span {
  const comma = /^\s*,/.exec(text.slice(span.end))?.[0] ?? '';
  const end = span.end + comma.length;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const isAlone = text.slice(lineStart, span.start).trim() === '';
  const rest = /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.exec(text.slice(end));
  if (isAlone && rest) return { start: lineStart, end: end + rest[0].length };
  const before = /,\s*$/.exec(text.slice(0, span.start));
  if (before) return { start: before.index, end: span.end };
  return { start: span.start, end: end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) };
}

function commentAbove(text: string, { lineEnd }: Layout, { entry, text: comment }: EditOf<'comment'>): TextEdit {
  const start = text.lastIndexOf('\n', entry.span.start - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const lines = comment.split(/\r?\n/).map((line) => `${indentation}# ${line}`.trimEnd() + lineEnd);
  return { span: { start, end: start }, newText: lines.join('') };
}

/** What is added to one client comes as one edit. */
function renderAdditions({ text }: ConfigDocument, layout: Layout, edits: readonly EditOf<'add'>[]): TextEdit[] {
  const places = new Map<number, { span: Span; items: string[] }>();
  for (const { scope, key, value, expression, options } of edits) {
    const { span } = options ?? scope;
    const opening = text.charAt(span.start);
    const source = expression ? value : (scope.writtenValue?.(key, value) ?? plainSource(layout, value));
    const name = scope.written(key);
    if (opening !== '{' && (opening !== '(' || !/^\w+$/.test(name))) continue;
    const place = places.get(span.start) ?? { span, items: [] };
    places.set(span.start, place);
    place.items.push(opening === '{' ? `${layout.quote}${name}${layout.quote}: ${source}` : `${name}=${source}`);
  }
  return [...places.values()].map(({ span, items }) => insertion(text, layout, span, items));
}

/** Behind the last item, on lines of their own where that has one. */
function insertion(text: string, layout: Layout, { start, end }: Span, items: readonly string[]): TextEdit {
  const inside = text.slice(start + 1, end - 1);
  const last = lastCode(inside);
  const at = start + 1 + last;
  const isEmpty = inside.slice(0, last).trim() === '';
  if (isEmpty) return { span: { start: at, end: at }, newText: items.join(', ') };
  const comma = inside.charAt(last - 1) === ',';
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  if (lineStart <= start) {
    const list = `${comma ? ' ' : ', '}${items.join(', ')}${comma ? ',' : ''}`;
    return { span: { start: at, end: at }, newText: list };
  }
  const indentation = indentationOf(text, start, lineStart);
  const lines = items.map((item) => `${layout.lineEnd}${indentation}${item}`).join(',');
  // A comment behind the last item stays there.
  const remark = /^[ \t]*#[^\r\n]*/.exec(text.slice(at, end))?.[0] ?? '';
  if (comma) return { span: { start: at + remark.length, end: at + remark.length }, newText: `${lines},` };
  return { span: { start: at, end: at + remark.length }, newText: `,${remark}${lines}` };
}

/** The indentation of the first line inside, which is an item's own; of the last one's line otherwise. */
function indentationOf(text: string, start: number, lineStart: number): string {
  const first = /^[^\n]*\n([ \t]*)\S/.exec(text.slice(start));
  return first?.[1] ?? /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
}

/** The end of what is neither blank nor comment. */
function lastCode(inside: string): number {
  let end = 0;
  for (let at = 0; at < inside.length; at++) {
    const sign = inside.charAt(at);
    if (sign === '#') at = lineEndAt(inside, at);
    else if (sign === '"' || sign === "'") {
      at = stringEnd(inside, at);
      end = at + 1;
    } else if (!/\s/.test(sign)) end = at + 1;
  }
  return end;
}

function lineEndAt(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

function stringEnd(text: string, from: number): number {
  const quote = text.startsWith(text.charAt(from).repeat(3), from) ? text.charAt(from).repeat(3) : text.charAt(from);
  for (let at = from + quote.length; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at + quote.length - 1;
  }
  return text.length;
}
