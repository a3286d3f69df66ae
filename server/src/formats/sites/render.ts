import type { ConfigDocument } from '../../model/document';
import type { SettingEdit, TextEdit } from '../../model/edit';
import { commentLines, indentationAt, insertLines } from './blockLines';
import { placeOf, siteOf } from './site';

/** Renders edits one by one; of those that a removed entry has, only the removal. */
export function renderEdits({ text }: ConfigDocument, edits: readonly SettingEdit[]): TextEdit[] {
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.entry.keySpan.start] : [])));
  const rendered = new Map<string, TextEdit>();
  for (const edit of edits) {
    const start = 'entry' in edit ? edit.entry.keySpan.start : undefined;
    if (start !== undefined && edit.kind !== 'remove' && removed.has(start)) continue;
    const newEdit = renderEdit(text, edit);
    const isOnly = edit.kind === 'set' || edit.kind === 'rename' || edit.kind === 'remove';
    if (newEdit) rendered.set(isOnly ? `${edit.kind} ${start}` : `${rendered.size} unique`, newEdit);
  }
  // Of several new lines at one place those go first that belong to what stands deeper.
  return [...rendered.values()].sort((a, b) => depthOf(b) - depthOf(a));
}

function depthOf({ newText }: TextEdit): number {
  return /^[\r\n]*( *)/.exec(newText)?.[1]?.length ?? 0;
}

function renderEdit(text: string, edit: SettingEdit): TextEdit | undefined {
  switch (edit.kind) {
    case 'set':
      return siteOf(edit.entry)?.set(text, edit.value);
    case 'rename':
      return siteOf(edit.entry)?.rename(text, edit.scope.written(edit.key));
    case 'remove':
      return siteOf(edit.entry)?.remove(text);
    case 'comment':
      return renderComment(text, edit);
    case 'add':
      return renderAdd(text, edit);
    case 'text':
      return { span: edit.span, newText: edit.newText };
    case 'import':
      return undefined;
  }
}

function renderComment(text: string, edit: Extract<SettingEdit, { kind: 'comment' }>): TextEdit | undefined {
  const at = siteOf(edit.entry)?.lineOf(text);
  if (at === undefined) return undefined;
  const indentation = indentationAt(text, at);
  const start = at - indentation.length;
  return { span: { start, end: start }, newText: insertLines(text, start, indentation, commentLines(edit.text)) };
}

/** Behind the wanted entry, else where the scope's settings are; what is shared with other scopes takes no addition. */
function renderAdd(text: string, edit: Extract<SettingEdit, { kind: 'add' }>): TextEdit | undefined {
  const setting = { name: edit.scope.written(edit.key), value: edit.value, comment: edit.comment };
  if (setting.name === '') return undefined;
  const behind = edit.after && siteOf(edit.after)?.add(text, setting);
  return behind ?? placeOf(edit.scope)?.add(text, setting);
}
