import type { ConfigDocument } from '../model/document';
import type { ConfigEdit, TextEdit } from '../model/edit';
import { fileKindOf } from '../protocol/files';
import { renderDirective } from './directiveEdits';
import type { Format, ParseInput } from './format';
import { FORMATS } from './index.generated';

const BY_ID: ReadonlyMap<string, Format> = new Map(FORMATS.map((format) => [format.files.id, format]));

/**
 * The format that reads the file, by its name or else by the editor's language. A format is no promise that the
 * file is Kafka's: its document may have no scopes.
 */
export function formatOf(path: string, languageId?: string): Format | undefined {
  const kind = fileKindOf(path, languageId);
  return kind && BY_ID.get(kind.id);
}

/** The format that has read the document. */
export function formatOfDocument({ format }: ConfigDocument): Format {
  const found = BY_ID.get(format);
  if (!found) throw new Error(`No format is called ${format}.`);
  return found;
}

/** Undefined when no format reads the file. */
export function parseDocument(input: ParseInput, languageId?: string): ConfigDocument | undefined {
  return formatOf(input.path, languageId)?.parse({ formatOf: (path) => formatOf(path), ...input });
}

/** Edits that do not overlap; none for what the document's syntax cannot say. */
export function renderEdits(document: ConfigDocument, edits: readonly ConfigEdit[]): TextEdit[] {
  const { comments, render } = formatOfDocument(document);
  const directives = edits.filter((edit) => edit.kind === 'directive');
  const settings = edits.filter((edit) => edit.kind !== 'directive');
  return [
    ...(comments ? directives.flatMap((edit) => renderDirective(document, comments, edit)) : []),
    ...(settings.length > 0 ? render(document, settings) : []),
  ];
}
