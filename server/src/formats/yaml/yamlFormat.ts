import type { Comment, ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { overlaps, type Span } from '../../model/span';
import type { KafkaVersion } from '../../model/version';
import { fileNameOf, mentionsKafka } from '../../protocol/fileKinds';
import { settingsScopes } from '../../recognition/settingsScopes';
import { statedVersion } from '../../recognition/target';
import { directivesOf } from '../directives';
import { type Embedded, embed } from '../embed';
import { emptyDocument, type Format, type ParseInput } from '../format';
import { embeddedFiles } from './blocks';
import { commentsOf } from './comments';
import type { YamlDraft } from './draft';
import { draftsOf } from './drafts';
import { files } from './files';
import { MAX_YAML_LENGTH, readYaml, type YamlPart } from './read';
import { renderEdits } from './render';
import { embeddedOf, setEmbedded } from './sites/embedded';
import { setPlace, siteOf } from './sites/site';
import { typingAt } from './typing';

/** YAML of every program that configures Kafka in it. */
export const yamlFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments: { line: (text) => `# ${text}`, top: ({ text }) => topOf(text), placeOf },
  separator: () => ': ',
  typing: typingAt,
};

function parse(input: ParseInput): ConfigDocument {
  const { path, text } = input;
  const nothing = emptyDocument(files, input);
  if (text.length > MAX_YAML_LENGTH || text.includes('\0') || !mentionsKafka(files, text)) return nothing;
  const parts = readYaml(text);
  const drafts = draftsOf(parts, text, path);
  const own = readOwn(drafts, commentsOf(text, parts), input);
  const embedded = readBlocks(parts, input, statedVersion(own.directives));
  const scopes = [...own.scopes, ...embedded.flatMap((file) => file.scopes)];
  if (scopes.length === 0) return nothing;
  return {
    ...nothing,
    scopes,
    entries: inOrder([...own.entries, ...embedded.flatMap((file) => file.entries)]),
    comments: inOrder([...own.comments, ...embedded.flatMap((file) => file.comments)]),
    directives: inOrder([...own.directives, ...embedded.flatMap((file) => file.directives)]),
    problems: embedded.flatMap((file) => file.problems),
  };
}

type Read = Pick<ConfigDocument, 'entries' | 'scopes' | 'comments' | 'directives'>;

function readOwn(drafts: readonly YamlDraft[], comments: readonly Comment[], { path, text, hints }: ParseInput): Read {
  const entries = once(inOrder(drafts.flatMap((draft) => draft.entries)));
  const directives = directivesOf(text, comments, (offset) => entries.find(({ span }) => span.start >= offset)?.span);
  const scopes = drafts.flatMap((draft) => {
    const made = settingsScopes(draft, { path, directives, hints, templated: draft.uncertain });
    settle(made, draft);
    return made;
  });
  return { entries, scopes, comments, directives };
}

/** The files in blocks of the text that are Kafka's. */
function readBlocks(parts: readonly YamlPart[], input: ParseInput, stated: KafkaVersion | undefined): Embedded[] {
  return embeddedFiles(parts, input.text).flatMap(({ block, path }) => {
    const full = input.path.slice(0, -fileNameOf(input.path).length) + path;
    const format = input.formatOf?.(full);
    const file = format && embed({ ...input, ...(stated && { stated }) }, block, format, full);
    if (!file || file.scopes.length === 0) return [];
    setEmbedded(file);
    return [file];
  });
}

/** What several scopes share is one entry of the document. */
function once(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ span }, index) => span.start !== entries[index - 1]?.span.start);
}

function inOrder<T extends { readonly span: Span }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => a.span.start - b.span.start);
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
  const file = entry && embeddedOf(entry);
  return file ? file.placeOf(entry) : entry && siteOf(entry)?.lineOf(text);
}
