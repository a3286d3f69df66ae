import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Place, Site } from '../../model/project';
import type { Span } from '../../model/span';

/** Collects the places that facts speak of. */
export interface Places {
  at(span: Span): Site;
  readonly all: readonly Place[];
}

export function createPlaces(uri: string, text: string): Places {
  const source = TextDocument.create(uri, '', 0, text);
  const all: Place[] = [];
  return {
    all,
    at(span) {
      // What stands in another file has no place here.
      const own = span.start < 0 ? { start: 0, end: 0 } : { start: span.start, end: span.end };
      all.push({ span: own, start: source.positionAt(own.start), end: source.positionAt(own.end) });
      return { uri, at: all.length - 1 };
    },
  };
}
