import { commentLines, endOfLine, indentationAt, insertLines, linesOfBlock } from '../sites/blockLines';
import type { NewSetting, Site } from '../sites/site';
import type { Assignment } from './read';

/** How a variable of an environment file is changed, in its author's quotes where these can say the value. */
export function envSite({ span, nameSpan, valueSpan, quote }: Assignment): Site {
  return {
    set: (_, value) => ({ span: valueSpan, newText: valueSource(value, quote) }),
    rename: (_, name) => ({ span: nameSpan, newText: name }),
    remove: (text) => {
      const lines = linesOfBlock(text, span);
      return lines && { span: lines, newText: '' };
    },
    add: (text, { name, value, comment }: NewSetting) => {
      const at = endOfLine(text, span.end);
      const exported = text.slice(span.start, nameSpan.start);
      const lines = [...commentLines(comment), `${exported}${name}=${valueSource(value, quote)}`];
      return { span: { start: at, end: at }, newText: insertLines(text, at, indentationAt(text, span.start), lines) };
    },
    lineOf: () => span.start,
  };
}

type Quote = Assignment['quote'];

/** Images make lines of .properties files of their variables, where a backslash has to be twice. */
function valueSource(value: string, quote: Quote): string {
  const wanted = value.replaceAll('\\', '\\\\');
  if (quote === '' && isPlain(wanted)) return wanted;
  if (quote !== '"' && !/['\r\n]/.test(wanted)) return `'${wanted}'`;
  const escaped = wanted
    .replace(/[\\"$]/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

/** Without quotes no reader of such files sees anything but the text. */
function isPlain(value: string): boolean {
  return !/^["'\s]|\s$|\s#|[$\r\n]/.test(value);
}
