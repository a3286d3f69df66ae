import type { Comment, ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import { overlaps, type Span } from '../../model/span';
import type { FileKind } from '../../protocol/fileKinds';
import { settingsScopes } from '../../recognition/settingsScopes';
import { directivesOf } from '../directives';
import { type Comments, emptyDocument, type ParseInput } from '../format';
import type { PlacedDraft } from './placedDraft';
import { setPlace, siteOf } from './site';

interface Read<D> {
  readonly drafts: readonly D[];
  readonly comments: readonly Comment[];
  /** The text is a template, or cannot be read in parts, so that absence tells nothing. */
  isUncertain(draft: D): boolean;
}

/** The document of what a settings format has found in a text; one without scopes when nothing of it is Kafka's. */
export function documentOf<D extends PlacedDraft>(kind: FileKind, input: ParseInput, read: Read<D>): ConfigDocument {
  const { path, text, hints } = input;
  const nothing = emptyDocument(kind, input);
  if (read.drafts.length === 0) return nothing;
  const entries = inOrder(read.drafts);
  const directives = directivesOf(text, read.comments, linesBehind(text, entries));
  const scopes = read.drafts.flatMap((draft) => {
    const made = settingsScopes(draft, { path, directives, hints, templated: read.isUncertain(draft) });
    if (draft.place) for (const scope of made) setPlace(scope, draft.place);
    return made;
  });
  if (scopes.length === 0) return nothing;
  return { ...nothing, entries, scopes, comments: read.comments, directives };
}

/** The place of the first entry behind an offset, with those that begin on the same line in its manner. */
export function linesBehind(text: string, entries: readonly Entry[]): (offset: number) => Span | undefined {
  return (offset) => {
    const index = entries.findIndex(({ span }) => span.start >= offset);
    const first = entries[index];
    if (!first) return undefined;
    const line = siteOf(first)?.lineOf(text);
    let { end } = first.span;
    for (const other of line === undefined ? [] : entries.slice(index + 1)) {
      if (siteOf(other)?.lineOf(text) !== line) break;
      end = Math.max(end, other.span.end);
    }
    return { start: first.span.start, end };
  };
}

/** What several scopes share is one entry of the document. */
function inOrder(drafts: readonly PlacedDraft[]): Entry[] {
  const entries = drafts.flatMap((draft) => draft.entries).sort((a, b) => a.span.start - b.span.start);
  return entries.filter(({ span }, index) => span.start !== entries[index - 1]?.span.start);
}

/** Where the line begins that holds what is at the span. */
export function lineOfEntry({ entries, text }: ConfigDocument, span: Span): number | undefined {
  const entry = entries.find((candidate) => overlaps(candidate.span, span));
  return entry && siteOf(entry)?.lineOf(text);
}

/** Comments from a `#` on, as most files of settings have them. */
export const HASH_COMMENTS: Comments = {
  line: (text) => `# ${text}`,
  top: ({ text }) => (text.startsWith('\ufeff') ? 1 : 0),
  placeOf: lineOfEntry,
};
