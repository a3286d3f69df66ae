import { settingAt } from '../../catalogue/catalogue';
import type { ConfigDocument } from '../../model/document';
import type { SettingEdit, TextEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { rootOf } from '../../model/tree';
import { quote } from '../code/literals';
import { lineEndAt } from '../lines';
import { isBare, isInText, keySource } from './source';

type Addition = Extract<SettingEdit, { kind: 'add' }>;

/** Also `put(...)` in the braces of `new HashMap<>() {{ ... }}`. */
const PUT = /^((?:[\w.]+\s*\.\s*)?)(put|setProperty)\s*\(/;
/** `groupId = "orders"` of an annotation, which has elements of its own only. */
const ELEMENT = /^\w+\s*=/;
const STEP = /^(\w+)\s*\(/;

/** One more setting behind the last one of the scope, written as that is; undefined where it has no place. */
export function renderAddition(
  { text, scopes }: ConfigDocument,
  { scope, key, value, after }: Addition,
  removed: ReadonlySet<number>,
): TextEdit | undefined {
  const anchor = anchorOf(text, scopes, scope, after, removed);
  if (!anchor) return undefined;
  const own = text.slice(anchor.span.start, anchor.span.end);
  if (ELEMENT.test(own)) return undefined;
  const name = keySource(text, anchor, scope, scope.written(key));
  const put = PUT.exec(own);
  const source = put?.[2] === 'setProperty' ? quote(value, '"') : sourceOf(scope, key, value);
  const { end } = anchor.span;
  const indent = indentationAt(text, anchor.span.start);
  if (put) {
    const line = `${put[1]}${put[2]}(${name}, ${source});`;
    const rest = /^\s*;[ \t]*(?:\/\/[^\n\r]*)?/.exec(text.slice(end))?.[0];
    return rest === undefined
      ? undefined
      : insertion(end + rest.length, `${lineEndAt(text, anchor.span.start)}${indent}${line}`);
  }
  if (isInText(text, anchor)) return insertion(end + 1, `, ${quote(`${key}=${value}`, '"')}`);
  const step = STEP.exec(own);
  if (step) {
    const isAlone = /\n[ \t]*\.\s*$/.test(text.slice(0, anchor.span.start));
    return insertion(
      end,
      `${isAlone ? lineEndAt(text, anchor.span.start) + indent : ''}.${step[1]}(${name}, ${source})`,
    );
  }
  return besidePair(text, anchor, scope, `${name}, ${source}`);
}

/** Kafka reads numbers as strings too, so that quotes are right wherever the map may hold nothing but strings. */
function sourceOf({ entries, role, target }: Scope, key: string, value: string): string {
  const hasBare = entries.some(
    ({ value: one }) => one.kind === 'literal' && /^(?:number|long|boolean)$/.test(one.form ?? ''),
  );
  const type = settingAt(role, key, target.version)?.type;
  const takesBare = type === 'INT' || type === 'LONG' || type === 'BOOLEAN';
  return hasBare && takesBare && isBare(value) ? value : quote(value, '"');
}

/** The last setting that is given in any case, and to no client of another kind. */
function anchorOf(
  text: string,
  scopes: readonly Scope[],
  scope: Scope,
  after: Entry | undefined,
  removed: ReadonlySet<number>,
): Entry | undefined {
  const all = rootOf(scope).entries.length > 0 ? rootOf(scope).entries : scope.entries;
  const fitting = (after ? [after] : all).filter(
    ({ span, value, elsewhere }) =>
      !elsewhere && !removed.has(span.start) && !(value.kind === 'literal' && value.fallback),
  );
  const columns = fitting.map(({ span }) => indentationAt(text, span.start).length);
  const least = Math.min(...columns);
  const last = fitting.findLast((_, index) => columns[index] === least);
  const others = scopes.filter((one) => one.role !== scope.role && rootOf(one) !== rootOf(scope));
  const isShared = last && others.some(({ entries }) => entries.some(({ span }) => span.start === last.span.start));
  return isShared ? undefined : last;
}

/** `Map.of` has room for ten pairs. */
const MOST_PAIRS = 10;

function besidePair(text: string, anchor: Entry, scope: Scope, pair: string): TextEdit | undefined {
  const { start, end } = anchor.span;
  if (/\bentry\s*\(/.test(text.slice(start, end)) || scope.entries.length >= MOST_PAIRS) return undefined;
  const isAlone = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
  return insertion(
    end,
    isAlone ? `,${lineEndAt(text, anchor.span.start)}${indentationAt(text, start)}${pair}` : `, ${pair}`,
  );
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}
