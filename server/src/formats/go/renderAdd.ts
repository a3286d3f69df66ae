import type { SettingEdit, TextEdit } from '../../model/edit';
import type { Span } from '../../model/span';

type Addition = Extract<SettingEdit, { kind: 'add' }>;

/** What is added to one client comes as one edit. */
export function renderAdditions(text: string, edits: readonly Addition[]): TextEdit[] {
  const places = new Map<number, Addition[]>();
  for (const edit of edits) {
    const { start } = (edit.options ?? edit.scope).span;
    places.set(start, [...(places.get(start) ?? []), edit]);
  }
  return [...places.values()].flatMap((group) => additionTo(text, group));
}

function additionTo(text: string, edits: readonly Addition[]): TextEdit[] {
  const [first] = edits;
  if (!first) return [];
  const { span } = first.options ?? first.scope;
  const opening = text.charAt(span.start);
  if (opening === '{' || opening === '(') {
    const items = edits.flatMap((edit) => itemOf(edit, opening) ?? []);
    return items.length < edits.length ? [] : [intoList(text, span, items)];
  }
  const name = /^(?:var\s+)?([\w.]+)\s*(?::?=|,)/.exec(text.slice(span.start, span.end))?.[1];
  if (name === undefined || first.scope.client !== 'sarama') return [];
  const lines = edits.flatMap((edit) => {
    const source = sourceOf(edit);
    return source === undefined ? [] : [`${name}.${edit.scope.written(edit.key)} = ${source}`];
  });
  return lines.length < edits.length ? [] : [behindStatements(text, first, name, lines)];
}

function sourceOf({ scope, key, value, expression }: Addition): string | undefined {
  return expression ? value : scope.writtenValue?.(key, value);
}

function itemOf(edit: Addition, opening: string): string | undefined {
  const { scope, key } = edit;
  const source = sourceOf(edit);
  if (source === undefined) return undefined;
  const name = scope.written(key);
  if (scope.client === 'franz-go') {
    const alias = /^\w+(?=\.)/.exec(source)?.[0] ?? 'kgo';
    return `${alias === 'time' ? 'kgo' : alias}.${name}(${source})`;
  }
  if (opening === '(') return undefined;
  return scope.client === 'rdkafka' ? `${JSON.stringify(name)}: ${source}` : `${name}: ${source}`;
}

/** Behind the last element, on lines of their own where that has one. */
function intoList(text: string, { start, end }: Span, items: readonly string[]): TextEdit {
  const inside = text.slice(start + 1, end - 1);
  const last = start + 1 + inside.replace(/\/\/[^\n]*/g, (remark) => ' '.repeat(remark.length)).trimEnd().length;
  if (text.slice(start + 1, last).trim() === '')
    return { span: { start: start + 1, end: end - 1 }, newText: items.join(', ') };
  const lineStart = text.lastIndexOf('\n', last - 1) + 1;
  if (lineStart <= start) return { span: { start: last, end: last }, newText: `, ${items.join(', ')}` };
  const indentation =
    /^[^\n]*\n([ \t]*)\S/.exec(text.slice(start))?.[1] ?? /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const lineEnd = /\n|$/.exec(text.slice(last))?.index ?? 0;
  const at = Math.min(last + lineEnd, end - 1);
  const comma = text.charAt(last - 1) === ',' ? '' : ',';
  const newText = items.map((item) => `\n${indentation}${aligned(item, text.slice(lineStart, last))},`).join('');
  return comma === ''
    ? { span: { start: at, end: at }, newText }
    : { span: { start: last, end: last }, newText: `,${newText}` };
}

/** Behind what is assigned to the configuration already, where that stands in the same block. */
function behindStatements(text: string, { scope }: Addition, name: string, lines: readonly string[]): TextEdit {
  const indentation = indentationAt(text, scope.span.start);
  const own = scope.entries.filter(
    ({ span }) => text.startsWith(`${name}.`, span.start) && indentationAt(text, span.start) === indentation,
  );
  const behind = Math.max(scope.span.end, ...own.map(({ span }) => span.end));
  const at = behind + (/\r?\n|$/.exec(text.slice(behind))?.index ?? 0);
  return { span: { start: at, end: at }, newText: lines.map((line) => `\n${indentation}${line}`).join('') };
}

function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

/** The value begins where that of the line before does, as gofmt has it. */
function aligned(item: string, before: string): string {
  const column = /^[ \t]*((?:\w+|"[^"]*"):[ ]+)/.exec(before)?.[1]?.length ?? 0;
  const [, name = '', value = ''] = /^((?:\w+|"[^"]*"):) (.*)$/s.exec(item) ?? [];
  return name === '' || name.length >= column ? item : name.padEnd(column) + value;
}
