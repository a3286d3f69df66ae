import type { ConfigDocument } from '../../model/document';
import type { SettingEdit, TextEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import { type Layout, layoutOf } from '../code/layout';
import { quote } from '../code/literals';
import { ownName, renderAdditions } from './renderAdd';
import { importEdit } from './renderImport';
import { literalSource } from './renderValue';

type EditOf<Kind extends SettingEdit['kind']> = Extract<SettingEdit, { kind: Kind }>;

/**
 * Renders edits in the manner of the code around them: its indentation, quotes and trailing commas. Options that are
 * added to one object come as one edit; an object that is not in this file takes no edit.
 */
export function renderEdits(document: ConfigDocument, edits: readonly SettingEdit[]): TextEdit[] {
  const layout = layoutOf(document.text);
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.entry.span.start] : [])));
  const rendered: TextEdit[] = [];
  const additions: EditOf<'add'>[] = [];
  const imports = new Set<string>();
  for (const edit of edits) {
    if ('entry' in edit && edit.kind !== 'remove' && removed.has(edit.entry.span.start)) continue;
    if (edit.kind === 'add') additions.push(edit);
    else if (edit.kind === 'import') imports.add(edit.name);
    else rendered.push(renderOne(document, layout, edit));
  }
  rendered.push(...renderAdditions(document, layout, additions, removed));
  if (imports.size > 0) rendered.push(...importEdit(document, layout, [...imports]));
  return merged(document.text, rendered);
}

/** Removals of neighbours may both take the comma between them. */
function merged(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const isRemoval = ({ span, newText }: TextEdit): boolean => newText === '' && span.end > span.start;
  const removals = edits.filter(isRemoval).sort((a, b) => a.span.start - b.span.start);
  const joined: TextEdit[] = [];
  for (const edit of removals) {
    const last = joined.at(-1);
    if (!last || edit.span.start > last.span.end) joined.push(edit);
    else {
      const end = Math.max(last.span.end, edit.span.end);
      joined.splice(-1, 1, { span: { start: last.span.start, end }, newText: '' });
    }
  }
  return [...edits.filter((edit) => !isRemoval(edit)), ...joined.map((removal) => tidied(text, removal))];
}

/** What goes from the beginning of an object takes the comma behind it along, and of an object that it empties the blanks. */
function tidied(text: string, { span, newText }: TextEdit): TextEdit {
  const blanks = /\{([ \t]*)$/.exec(text.slice(0, span.start))?.[1];
  if (blanks === undefined) return { span, newText };
  const end = span.end + (/^\s*,[ \t]*/.exec(text.slice(span.end))?.[0].length ?? 0);
  const closing = /^([ \t]*)\}/.exec(text.slice(end))?.[1];
  if (closing === undefined) return { span: { start: span.start, end }, newText };
  return { span: { start: span.start - blanks.length, end: end + closing.length }, newText };
}

type SimpleEdit = Exclude<SettingEdit, { kind: 'add' | 'import' }>;

function renderOne(document: ConfigDocument, layout: Layout, edit: SimpleEdit): TextEdit {
  switch (edit.kind) {
    case 'set':
      return renderSet(document, layout, edit);
    case 'rename':
      return { span: edit.entry.keySpan, newText: renamed(document.text, edit.entry, ownName(edit.scope, edit.key)) };
    case 'remove':
      return { span: removalOf(document.text, edit.entry), newText: '' };
    case 'comment':
      return renderComment(document.text, layout, edit);
    case 'text':
      return { span: edit.span, newText: edit.newText };
  }
}

function renderSet({ text }: ConfigDocument, layout: Layout, { entry, value, expression }: EditOf<'set'>): TextEdit {
  const newText = expression ? value : literalSource(value, layout, entry);
  const isShorthand = entry.value.span.start === entry.keySpan.start && entry.value.span.end === entry.keySpan.end;
  if (isShorthand)
    return { span: entry.span, newText: `${text.slice(entry.keySpan.start, entry.keySpan.end)}: ${newText}` };
  return { span: entry.value.span, newText };
}

function renamed(text: string, entry: Entry, name: string): string {
  const first = text[entry.keySpan.start];
  if (first === "'" || first === '"') return quote(name, first);
  const isShorthand = entry.value.span.start === entry.keySpan.start;
  return isShorthand ? `${name}: ${text.slice(entry.keySpan.start, entry.keySpan.end)}` : name;
}

/** The property with one comma, and with its line and trailing comment where nothing else is on it. */
function removalOf(text: string, { span }: Entry): { start: number; end: number } {
  const { start } = span;
  const comma = /^\s*,/.exec(text.slice(span.end))?.[0] ?? '';
  const end = span.end + comma.length;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isAlone = text.slice(lineStart, start).trim() === '';
  const rest = /^[ \t]*(?:\/\/[^\n]*)?\r?\n/.exec(text.slice(end));
  if (isAlone && rest) return { start: lineStart, end: end + rest[0].length };
  const before = /,\s*$/.exec(text.slice(0, start));
  if (before) return { start: before.index, end: span.end };
  return { start, end: end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) };
}

function renderComment(text: string, layout: Layout, { entry, text: comment }: EditOf<'comment'>): TextEdit {
  const start = text.lastIndexOf('\n', entry.span.start - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const lines = comment.split(/\r?\n/).map((line) => `${indentation}// ${line}`.trimEnd() + layout.lineEnd);
  return { span: { start, end: start }, newText: lines.join('') };
}
