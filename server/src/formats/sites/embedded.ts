import type { Comment, ConfigDocument } from '../../model/document';
import type { SettingEdit, TextEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { overlaps, type Span } from '../../model/span';
import type { KafkaVersion } from '../../model/version';
import { fileNameOf } from '../../protocol/fileKinds';
import { statedVersion } from '../../recognition/target';
import type { Block } from '../block';
import { directivesOf } from '../directives';
import { type Embedded, embed } from '../embed';
import type { ParseInput } from '../format';
import { commentable, watchedBehind } from '../monitoring/commentable';
import { lineOfEntry, linesBehind } from './document';
import { renderEdits } from './render';

const holders = new WeakMap<Entry | Scope, Embedded>();

/** The embedded file that an entry or a scope stands in; undefined for what the YAML text says itself. */
export function embeddedOf(one: Entry | Scope): Embedded | undefined {
  return holders.get(one);
}

/** A file that stands in a block of the text. */
export interface EmbeddedFile {
  readonly block: Block;
  /** Its path, as far as the text tells; a name of nobody's in particular where it tells none. */
  readonly path: string;
  /** What other places add to: anything, or what clients get from Secrets and variables. */
  readonly partial?: 'all' | 'clients';
}

interface Read {
  readonly blocks: readonly EmbeddedFile[];
  readonly comments: readonly Comment[];
}

/** The document with what the files in its blocks configure. */
export function withEmbedded(own: ConfigDocument, { blocks, comments }: Read, input: ParseInput): ConfigDocument {
  const files = readBlocks(blocks, input, statedVersion(directivesOf(input.text, comments, () => undefined)));
  if (files.length === 0) return own;
  const entries = joined(own.entries, files, (file) => file.entries);
  const following = watchedBehind(own.monitoring ?? [], linesBehind(input.text, entries));
  const monitoring = [...(own.monitoring ?? []), ...files.flatMap((file) => file.monitoring ?? [])];
  return {
    ...own,
    entries,
    scopes: [...own.scopes, ...files.flatMap(({ scopes }) => scopes)],
    comments: joined(comments, files, (file) => file.comments),
    directives: joined(directivesOf(input.text, comments, following), files, ({ directives }) => directives),
    problems: joined(own.problems, files, ({ problems }) => problems),
    ...(monitoring.length > 0 && { monitoring }),
  };
}

function readBlocks(blocks: readonly EmbeddedFile[], input: ParseInput, stated: KafkaVersion | undefined): Embedded[] {
  const folder = input.path.slice(0, -fileNameOf(input.path).length);
  return blocks.flatMap(({ block, path, partial }) => {
    const format = input.formatOf?.(folder + path);
    const file =
      format &&
      embed({ ...input, ...(stated && { stated }), ...(partial && { partial }) }, block, format, folder + path);
    if (!file || (file.scopes.length === 0 && !file.monitoring)) return [];
    for (const one of [...file.entries, ...file.scopes]) holders.set(one, file);
    return [file];
  });
}

function joined<T extends { readonly span: Span }>(
  own: readonly T[],
  files: readonly Embedded[],
  of: (file: Embedded) => readonly T[],
): T[] {
  return [...own, ...files.flatMap(of)].sort((a, b) => a.span.start - b.span.start);
}

/** Edits of what stands in an embedded file are that file's to render. */
export function renderAll(document: ConfigDocument, edits: readonly SettingEdit[]): TextEdit[] {
  const files = [...new Set(edits.map(holderOf))];
  return files.flatMap((file) => {
    const group = edits.filter((edit) => holderOf(edit) === file);
    return file ? file.render(group) : renderEdits(document, group);
  });
}

function holderOf(edit: SettingEdit): Embedded | undefined {
  const entry = 'entry' in edit ? embeddedOf(edit.entry) : undefined;
  return entry ?? ('scope' in edit ? embeddedOf(edit.scope) : undefined);
}

/** Where the line begins that holds what is at the span. */
export function lineAtSpan(document: ConfigDocument, span: Span): number | undefined {
  const entry = document.entries.find((candidate) => overlaps(candidate.span, span));
  const file = entry && embeddedOf(entry);
  return file ? file.placeOf(entry) : (lineOfEntry(document, span) ?? lineOfWatching(document, span));
}

function lineOfWatching({ monitoring = [], text }: ConfigDocument, span: Span): number | undefined {
  const place = monitoring.flatMap(commentable).find((candidate) => overlaps(candidate, span));
  return place && firstOnLine(text, place.start);
}

/** The first character on the line that is no blank: of `- expr: …` the hyphen. */
function firstOnLine(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start + (/^[ \t]*/.exec(text.slice(start, offset))?.[0].length ?? 0);
}
