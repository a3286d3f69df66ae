import type { ConfigDocument } from '../../model/document';
import type { SettingEdit, TextEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import { lineEndAt } from '../lines';
import { renderAddition } from './renderAdd';
import { removalOf } from './renderRemove';
import { keySource, valueSource } from './source';

type EditOf<Kind extends SettingEdit['kind']> = Extract<SettingEdit, { kind: Kind }>;

/**
 * Renders edits in the manner of the code around them: the same map, the same method, constants where it has them. An
 * addition that has no place takes everything else with it: half a fix may be worse than none.
 */
export function renderEdits(document: ConfigDocument, edits: readonly SettingEdit[]): TextEdit[] {
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.entry.span.start] : [])));
  const rendered: TextEdit[] = [];
  for (const edit of edits) {
    if ('entry' in edit && edit.kind !== 'remove' && removed.has(edit.entry.span.start)) continue;
    const made = renderOne(document, edit, removed);
    if (!made) return [];
    rendered.push(made);
  }
  return withoutTwins(rendered);
}

/** Two findings may want the same entry removed. */
function withoutTwins(edits: readonly TextEdit[]): TextEdit[] {
  const removals = new Set<number>();
  return edits.filter(({ span, newText }) => {
    if (newText !== '') return true;
    const isNew = !removals.has(span.start);
    removals.add(span.start);
    return isNew;
  });
}

function renderOne(document: ConfigDocument, edit: SettingEdit, removed: ReadonlySet<number>): TextEdit | undefined {
  const { text } = document;
  switch (edit.kind) {
    case 'set':
      return renderSet(text, edit);
    case 'rename':
      return { span: edit.entry.keySpan, newText: keySource(text, edit.entry, edit.scope, edit.key) };
    case 'remove':
      return { span: removalOf(text, edit.entry), newText: '' };
    case 'add':
      return renderAddition(document, edit, removed);
    case 'comment':
      return renderComment(text, edit.entry, edit.text);
    case 'text':
      return { span: edit.span, newText: edit.newText };
    case 'import':
      return undefined;
  }
}

function renderSet(text: string, { entry, value }: EditOf<'set'>): TextEdit {
  return { span: entry.value.span, newText: valueSource(text, entry, value) };
}

function renderComment(text: string, entry: Entry, comment: string): TextEdit {
  const start = text.lastIndexOf('\n', entry.span.start - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const lines = comment
    .split(/\r?\n/)
    .map((line) => `${indentation}// ${line}`.trimEnd() + lineEndAt(text, entry.span.start));
  return { span: { start, end: start }, newText: lines.join('') };
}
