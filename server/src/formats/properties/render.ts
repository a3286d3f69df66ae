import { escapeKey, escapeValue } from '../../escape/properties';
import type { ConfigDocument } from '../../model/document';
import type { SettingEdit, TextEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import { overlaps, sliceSpan } from '../../model/span';
import { hasTemplateBlocks } from '../../recognition/placeholders';
import { nameOf } from './applications';
import { type Lines, lineEndOf, linesOf, startOfLoneBackslashes } from './lines';

type PropertiesEdit = Exclude<SettingEdit, { kind: 'import' }>;
type EditOf<Kind extends PropertiesEdit['kind']> = Extract<PropertiesEdit, { kind: Kind }>;

/**
 * Renders edits as text edits that do not overlap. Edits of one entry compose; of two that exclude each other
 * (two values for one entry) the later one counts, and whatever is asked of a removed entry is dropped.
 */
export function renderEdits(document: ConfigDocument, all: readonly SettingEdit[]): TextEdit[] {
  const edits = all.filter((edit) => edit.kind !== 'import');
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.entry.span.start] : [])));
  const rendered = new Map<string, TextEdit>();
  // Comments and keys stand before values, for the entries whose key is empty.
  for (const edit of edits.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])) {
    const isGone = 'entry' in edit && edit.kind !== 'remove' && removed.has(edit.entry.span.start);
    if (!isGone) rendered.set(identityOf(edit, rendered.size), renderEdit(document, edit));
  }
  return [...rendered.values()];
}

const ORDER: Readonly<Record<PropertiesEdit['kind'], number>> = {
  comment: 0,
  rename: 1,
  set: 2,
  remove: 3,
  add: 4,
  text: 5,
};

/** Edits of the same identity exclude each other. */
function identityOf(edit: PropertiesEdit, unique: number): string {
  const repeatable = edit.kind === 'add' || edit.kind === 'text' || edit.kind === 'comment';
  return repeatable ? String(unique) : `${edit.kind} ${edit.entry.span.start}`;
}

function renderEdit(document: ConfigDocument, edit: PropertiesEdit): TextEdit {
  switch (edit.kind) {
    case 'set':
      return renderSet(document, edit);
    case 'rename':
      return renderRename(edit);
    case 'remove':
      return renderRemove(document, edit.entry);
    case 'add':
      return renderAdd(document, edit);
    case 'comment':
      return renderComment(document, edit);
    case 'text':
      return { span: edit.span, newText: edit.newText };
  }
}

function renderSet(document: ConfigDocument, { entry, value }: EditOf<'set'>): TextEdit {
  const { span, text } = entry.value;
  const separator = separatorOf(document, entry);
  // A value on a line of its own leaves no empty line behind, which would end the entry elsewhere.
  if (separator === '' || (value === '' && separator.includes('\\'))) {
    const usual = usualSeparator(document, undefined);
    return { span: { start: entry.keySpan.end, end: span.end }, newText: usual + escapeValue(value, usual) };
  }
  // `key =` without a value has lost the blank that stood behind the sign.
  const blank = text === '' && /^[ \t]+[=:]$/.test(separator) ? ' ' : '';
  return { span, newText: blank + escapeValue(value, separator) };
}

function renderRename({ entry, scope, key }: EditOf<'rename'>): TextEdit {
  const name = scope.written(key);
  return { span: entry.keySpan, newText: escapeKey(nameOf(entry)?.(name) ?? name) };
}

/** With the line goes an ignore directive above it that is for nothing else, or it would cover the line behind. */
function renderRemove({ text, directives }: ConfigDocument, entry: Entry): TextEdit {
  const lines = linesOf(text, entry);
  const directive = directives.find(
    (one) =>
      one.kind === 'ignore' && one.covers !== 'file' && one.span.end < lines.start && overlaps(one.covers, entry.span),
  );
  const start = directive ? text.lastIndexOf('\n', directive.span.start) + 1 : lines.start;
  if (directive && /^\s*$/.test(text.slice(directive.span.end, lines.start))) {
    return { span: { start, end: lines.end }, newText: '' };
  }
  return { span: { start: startOfLoneBackslashes(text, lines.start), end: lines.end }, newText: '' };
}

function renderComment(document: ConfigDocument, { entry, text }: EditOf<'comment'>): TextEdit {
  const lines = linesOf(document.text, entry);
  const newText = commentLines(text, lines.indentation, lineEndOf(document, lines));
  return { span: { start: lines.start, end: lines.start }, newText };
}

function renderAdd(document: ConfigDocument, edit: EditOf<'add'>): TextEdit {
  // The last entry of a template may stand in a branch of it.
  const last = hasTemplateBlocks(document.text) ? undefined : edit.scope.entries.at(-1);
  const anchor = edit.after ?? last;
  const lines = anchor ? linesOf(document.text, anchor) : endOfDocument(document.text);
  const lineEnd = lineEndOf(document, lines);
  const separator = usualSeparator(document, anchor);
  const comment = edit.comment ? commentLines(edit.comment, lines.indentation, lineEnd) : '';
  const entry = `${lines.indentation}${escapeKey(edit.scope.written(edit.key))}${separator}${escapeValue(edit.value, separator)}`;
  const span = { start: lines.end, end: lines.end };
  if (lines.lineEnd !== '' || lines.end === lines.start) return { span, newText: comment + entry + lineEnd };
  // A backslash at the very end of the text would join with the new line.
  const gap = endsInBackslash(document.text) ? lineEnd + lineEnd : lineEnd;
  return { span, newText: gap + comment + entry };
}

function endOfDocument(text: string): Lines {
  const end = text.length;
  const lineEnd = /(?:(?<!\\)\r\n|(?<![\\\r])[\r\n])$/.exec(text)?.[0] ?? '';
  return { start: text === '' || text === '\ufeff' ? end : 0, indentation: '', end, lineEnd };
}

function commentLines(comment: string, indentation: string, lineEnd: string): string {
  return comment
    .split(/\r\n|\r|\n/)
    .map((line) => `${indentation}# ${line}`.trimEnd() + lineEnd)
    .join('');
}

/** What stands between key and value; empty for a key alone. */
function separatorOf(document: ConfigDocument, entry: Entry): string {
  return entry.value.kind === 'absent'
    ? ''
    : sliceSpan(document.text, { start: entry.keySpan.end, end: entry.value.span.start });
}

/** The separator of the neighbour, else of the first entry that has a plain one, else `=`. */
export function usualSeparator(document: ConfigDocument, neighbour: Entry | undefined): string {
  for (const entry of neighbour ? [neighbour, ...document.entries] : document.entries) {
    const separator = separatorOf(document, entry);
    if (entry.value.text !== '' && /^[ \t]*[=:][ \t]*$/.test(separator)) return separator;
  }
  return '=';
}

function endsInBackslash(text: string): boolean {
  let at = text.length;
  while (at > 0 && text.charAt(at - 1) === '\\') at--;
  return (text.length - at) % 2 === 1;
}
