import type { Span } from '../../model/span';
import { commentLines, endOfLine, indentationAt, insertLines, linesOfBlock } from './blockLines';
import type { Place, Site } from './site';

/** A setting that has a line of its own, with its name before its value. */
export interface SettingLine {
  readonly span: Span;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** How a line is written. */
export type LineWriter = (name: string, value: string) => string;

/** How a setting on a line of its own is changed; what stands around its name and its value stays. */
export function lineSite({ span, keySpan, valueSpan }: SettingLine, write: LineWriter): Site {
  return {
    set: (_, value) => ({ span: valueSpan, newText: value }),
    rename: (_, name) => ({ span: keySpan, newText: name }),
    remove: (text) => {
      const lines = linesOfBlock(text, span);
      return lines && { span: lines, newText: '' };
    },
    add: linesBehind(span, write).add,
    lineOf: () => span.start,
  };
}

/** Lines behind the one with the span, in its column. */
export function linesBehind(span: Span, write: LineWriter): Place {
  return {
    add: (text, { name, value, comment }) => {
      const at = endOfLine(text, span.end);
      const lines = [...commentLines(comment), write(name, value)];
      return { span: { start: at, end: at }, newText: insertLines(text, at, indentationAt(text, span.start), lines) };
    },
  };
}
