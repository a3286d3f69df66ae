import type { Location, TextEdit as LspTextEdit, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../model/edit';
import type { ForeignPlace } from '../model/finding';
import type { Span } from '../model/span';

export function toRange(source: TextDocument, span: Span): Range {
  return { start: source.positionAt(span.start), end: source.positionAt(span.end) };
}

export function toLocation({ uri, start, end }: ForeignPlace): Location {
  return { uri, range: { start, end } };
}

/** Positions behind the text's end become its end. */
export function toSpan(source: TextDocument, range: Range): Span {
  return { start: source.offsetAt(range.start), end: source.offsetAt(range.end) };
}

export function toTextEdits(source: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(source, span), newText }));
}
