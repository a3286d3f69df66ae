import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../model/finding';
import type { Span } from '../model/span';

/** What a run found in one file. */
export interface FileResult {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** The parts of the text that nobody may be shown, in order; looked for on the first call. */
  secrets(): readonly Span[];
}

/** Lines and columns from 1, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Turns spans of one file into places. */
export function placesIn(text: string): (span: Span) => Place {
  const document = TextDocument.create('', '', 0, text);
  return (span) => {
    const start = document.positionAt(span.start);
    const end = document.positionAt(span.end);
    return {
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
  };
}
