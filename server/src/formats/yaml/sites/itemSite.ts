import type { Span } from '../../../model/span';
import { commentLines, endOfLine, indentationAt, insertLines, linesOfBlock } from '../../sites/blockLines';
import type { Site } from '../../sites/site';
import type { YamlList, YamlScalar } from '../nodes';
import { type Dialect, scalarSource } from './quote';

/** An item of a list such as `- KAFKA_LINGER_MS=20`, with the places of its parts where its quotes hide none. */
export interface AssignmentItem {
  readonly name: string;
  readonly value: string | undefined;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

export function assignmentOf(text: string, scalar: YamlScalar): AssignmentItem {
  const equals = scalar.text.indexOf('=');
  const name = equals === -1 ? scalar.text : scalar.text.slice(0, equals);
  const value = equals === -1 ? undefined : scalar.text.slice(equals + 1);
  const start = scalar.span.start + (scalar.style === 'plain' ? 0 : 1);
  const isDirect = text.startsWith(scalar.text, start) && scalar.style !== 'literal' && scalar.style !== 'folded';
  if (!isDirect) return { name, value, nameSpan: scalar.span, valueSpan: scalar.span };
  const nameSpan = { start, end: start + name.length };
  const end = start + scalar.text.length;
  return { name, value, nameSpan, valueSpan: { start: value === undefined ? nameSpan.end : nameSpan.end + 1, end } };
}

export function itemSite(list: YamlList, scalar: YamlScalar, item: AssignmentItem, dialect: Dialect): Site {
  const source = (written: string): string => scalarSource(written, scalar.style, PLAIN, list.flow);
  const escaped = (value: string): string => (dialect.escape ? dialect.escape(value) : value);
  return {
    form: 'assignment',
    set: (_, value) => ({ span: scalar.span, newText: source(`${item.name}=${escaped(value)}`) }),
    rename: (_, name) =>
      item.nameSpan === scalar.span
        ? { span: scalar.span, newText: source(item.value === undefined ? name : `${name}=${item.value}`) }
        : { span: item.nameSpan, newText: name },
    remove: (text) => {
      if (list.flow) return undefined;
      const lines = linesOfBlock(text, { start: dashOf(text, scalar), end: scalar.span.end });
      return lines && { span: lines, newText: '' };
    },
    add: (text, { name, value, comment }) => {
      const written = source(`${name}=${escaped(value)}`);
      if (list.flow) return { span: { start: scalar.span.end, end: scalar.span.end }, newText: `, ${written}` };
      const at = endOfLine(text, scalar.span.end);
      const indentation = indentationAt(text, dashOf(text, scalar));
      const lines = [...commentLines(comment), `- ${written}`];
      return { span: { start: at, end: at }, newText: insertLines(text, at, indentation, lines) };
    },
    lineOf: (text) => (list.flow ? undefined : dashOf(text, scalar)),
  };
}

/** In a list nothing but text is meant, whatever it looks like. */
const PLAIN: Dialect = { read: ({ text }) => text };

function dashOf(text: string, { span }: YamlScalar): number {
  return text.lastIndexOf('-', span.start - 1);
}
