import type { ConfigDocument, Directive } from '../model/document';
import type { DirectiveEdit, TextEdit } from '../model/edit';
import { contains, type Span } from '../model/span';
import type { Comments } from './format';
import { isLineStart, lineEndAt, startOfBlanks } from './lines';

/** Writes a directive as a comment of the document's own syntax; nothing where none can stand. */
export function renderDirective(document: ConfigDocument, comments: Comments, { text, at }: DirectiveEdit): TextEdit[] {
  if (at === 'top') return [newLine(document.text, comments.top(document), comments.line(text))];
  if ('existing' in at) return [changed(document, at.existing, text)];
  const place = comments.placeOf(document, at.above);
  return place === undefined ? [] : [newLine(document.text, place, comments.line(text))];
}

/** A line before the one that has `offset` as its first character that is no blank. */
function newLine(text: string, offset: number, line: string): TextEdit {
  const start = startOfBlanks(text, offset);
  const lineEnd = lineEndAt(text, offset);
  const newText = `${isLineStart(text, start) ? '' : lineEnd}${text.slice(start, offset)}${line}${lineEnd}`;
  return { span: { start, end: start }, newText };
}

/** A directive that says nothing any more goes with its comment, and with the line where nothing else is on it. */
function changed({ text, comments }: ConfigDocument, directive: Directive, newText: string): TextEdit {
  if (newText !== '') return { span: directive.span, newText };
  const comment = comments.find(({ span }) => contains(span, directive.span))?.span ?? directive.span;
  return { span: wholeLines(text, comment) ?? comment, newText: '' };
}

/** Undefined when something else is on the lines of the span. */
function wholeLines(text: string, span: Span): Span | undefined {
  const start = startOfBlanks(text, span.start);
  if (!isLineStart(text, start)) return undefined;
  const rest = /[ \t\f]*(?:\r\n|\r|\n|$)/y;
  rest.lastIndex = span.end;
  const match = rest.exec(text);
  return match ? { start, end: span.end + match[0].length } : undefined;
}
