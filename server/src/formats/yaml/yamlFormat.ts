import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { overlaps, type Span } from '../../model/span';
import { mentionsKafka } from '../../protocol/fileKinds';
import { settingsScopes } from '../../recognition/settingsScopes';
import { directivesOf } from '../directives';
import { emptyDocument, type Format, type ParseInput } from '../format';
import { commentsOf } from './comments';
import type { YamlDraft } from './draft';
import { draftsOf } from './drafts';
import { files } from './files';
import { MAX_YAML_LENGTH, readYaml } from './read';
import { renderEdits } from './render';
import { setPlace, siteOf } from './sites/site';

/** YAML of every program that configures Kafka in it. */
export const yamlFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments: { line: (text) => `# ${text}`, top: ({ text }) => topOf(text), placeOf },
  separator: () => ': ',
};

function parse(input: ParseInput): ConfigDocument {
  const { path, text, hints } = input;
  const nothing = emptyDocument(files, input);
  if (text.length > MAX_YAML_LENGTH || text.includes('\0') || !mentionsKafka(files, text)) return nothing;
  const parts = readYaml(text);
  const drafts = draftsOf(parts, text, path);
  if (drafts.length === 0) return nothing;
  const comments = commentsOf(text, parts);
  const entries = inOrder(drafts);
  const directives = directivesOf(text, comments, (offset) => entries.find(({ span }) => span.start >= offset)?.span);
  const scopes = drafts.flatMap((draft) => {
    const made = settingsScopes(draft, { path, directives, hints, templated: draft.uncertain });
    settle(made, draft);
    return made;
  });
  if (scopes.length === 0) return nothing;
  return { ...nothing, entries, scopes, comments, directives };
}

/** What several scopes share is one entry of the document. */
function inOrder(drafts: readonly YamlDraft[]): Entry[] {
  const entries = drafts.flatMap((draft) => draft.entries).sort((a, b) => a.span.start - b.span.start);
  return entries.filter(({ span }, index) => span.start !== entries[index - 1]?.span.start);
}

function settle(scopes: readonly Scope[], { place }: YamlDraft): void {
  if (place) for (const scope of scopes) setPlace(scope, place);
}

/** Behind a byte order mark and the sign of the first document, which a comment may precede, but a tag may not. */
function topOf(text: string): number {
  return /^\ufeff?(?:%[^\n]*\n)*(?:---[ \t]*(?:\r\n|\r|\n))?/.exec(text)?.[0].length ?? 0;
}

function placeOf({ entries, text }: ConfigDocument, span: Span): number | undefined {
  const entry: Entry | undefined = entries.find((candidate) => overlaps(candidate.span, span));
  return entry && siteOf(entry)?.lineOf(text);
}
