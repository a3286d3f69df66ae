import type { ConfigDocument } from '../../model/document';
import type { SettingEdit, TextEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import type { Span } from '../../model/span';
import { renderAdditions } from './renderAdd';

type EditOf<Kind extends SettingEdit['kind']> = Extract<SettingEdit, { kind: Kind }>;

/** Renders edits as gofmt leaves them, with the imports that they need. */
export function renderEdits(document: ConfigDocument, edits: readonly SettingEdit[]): TextEdit[] {
  const additions = edits.filter((edit) => edit.kind === 'add');
  const others = edits.filter((edit) => edit.kind !== 'add');
  const rendered = [
    ...others.flatMap((edit) => renderOne(document, edit)),
    ...renderAdditions(document.text, additions),
  ];
  const needed = ['os', 'time'].filter((name) => rendered.some(({ newText }) => newText.includes(`${name}.`)));
  return [...rendered, ...needed.flatMap((name) => importOf(document.text, name))];
}

function renderOne({ text, scopes }: ConfigDocument, edit: Exclude<SettingEdit, { kind: 'add' }>): TextEdit[] {
  switch (edit.kind) {
    case 'set': {
      const scope = scopes.find(({ entries }) => entries.includes(edit.entry));
      const source = edit.expression ? edit.value : valueSource(text, scope, edit);
      return source === undefined ? [] : [{ span: edit.entry.value.span, newText: source }];
    }
    case 'rename':
      return renamed(text, edit);
    case 'remove':
      return [{ span: removalOf(text, edit.entry), newText: '' }];
    case 'comment':
      return [commentAbove(text, edit)];
    case 'text':
      return [{ span: edit.span, newText: edit.newText }];
    case 'import':
      return [];
  }
}

/** Settings of topics are strings whatever they say. */
function valueSource(text: string, scope: Scope | undefined, { entry, value }: EditOf<'set'>): string | undefined {
  if (scope?.role === 'topic') return text.charAt(entry.value.span.start) === '"' ? JSON.stringify(value) : undefined;
  return scope?.writtenValue?.(entry.key, value);
}

/** Only keys in quotes can be renamed: fields of other names have other types. */
function renamed(text: string, { entry: { keySpan }, scope, key }: EditOf<'rename'>): TextEdit[] {
  return text.charAt(keySpan.start) === '"' ? [{ span: keySpan, newText: JSON.stringify(scope.written(key)) }] : [];
}

/** An element with one comma, and with its line where nothing else is on it; a statement with its line. */
function removalOf(text: string, { span }: Entry): Span {
  const comma = /^[ \t]*,/.exec(text.slice(span.end))?.[0] ?? '';
  const end = span.end + comma.length;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const rest = /^[ \t]*(?:\/\/[^\n]*)?(?:\r?\n|$)/.exec(text.slice(end));
  if (text.slice(lineStart, span.start).trim() === '' && rest) return { start: lineStart, end: end + rest[0].length };
  const before = /,\s*$/.exec(text.slice(0, span.start));
  if (before) return { start: before.index, end: span.end };
  return { start: span.start, end: end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) };
}

function commentAbove(text: string, { entry, text: comment }: EditOf<'comment'>): TextEdit {
  const start = text.lastIndexOf('\n', entry.span.start - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const lines = comment.split(/\r?\n/).map((line) => `${`${indentation}// ${line}`.trimEnd()}\n`);
  return { span: { start, end: start }, newText: lines.join('') };
}

/** Nothing where the file has it; in a list of imports it goes where the alphabet has it among its neighbors. */
function importOf(text: string, name: string): TextEdit[] {
  if (new RegExp(`^[ \\t]*(?:import[ \\t]+)?"${name}"`, 'm').test(text)) return [];
  const list = /^import[ \t]*\([ \t]*\r?\n/m.exec(text);
  if (!list) {
    const first = /^import\b/m.exec(text);
    return first ? [{ span: { start: first.index, end: first.index }, newText: `import "${name}"\n` }] : [];
  }
  let at = list.index + list[0].length;
  for (;;) {
    const line = /^[ \t]*(?:\w+[ \t]+)?"([^"\n]+)"[^\n]*\n/.exec(text.slice(at));
    if (!line || (line[1] ?? '') > name || line[1]?.includes('.')) break;
    at += line[0].length;
  }
  // What is not the standard library's stands apart.
  const isFirst = at === list.index + list[0].length && /^[ \t]*(?:\w+[ \t]+)?"[^"\n.]*\.[^"\n]*"/.test(text.slice(at));
  return [{ span: { start: at, end: at }, newText: `\t"${name}"\n${isFirst ? '\n' : ''}` }];
}
