import type { Comment, ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { directivesOf } from '../directives';
import { placesOf } from './places';
import { type Node, nodesOf } from './tree';

/** The comments of a file, in the order of the text. */
export function commentsOf(root: Node): Comment[] {
  const nodes = ['LineComment', 'BlockComment', 'Comment'].flatMap((type) => nodesOf(root, type));
  return nodes
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const text = root.source.text
        .slice(start, end)
        .replace(/^(?:\/[/*]+|#+)\s*/, '')
        .replace(/\*\/$/, '');
      return { span: { start, end }, text: text.trimEnd() };
    });
}

/** The document of a file with client objects: each directive is for what stands behind it. */
export function codeDocument(empty: ConfigDocument, comments: readonly Comment[], scopes: Scope[]): ConfigDocument {
  const entries = entriesOfScopes(scopes);
  const places = placesOf(scopes, entries);
  const directives = directivesOf(empty.text, comments, (offset) => places.find(({ start }) => start >= offset));
  return { ...empty, entries, scopes, comments, directives };
}

/** What a file's directives say of all of it, before its scopes are known. */
export function fileDirectives(text: string, comments: readonly Comment[]): ReturnType<typeof directivesOf> {
  return directivesOf(text, comments, () => undefined);
}

/** Every option once, in the order of the text, those of calls included. */
function entriesOfScopes(scopes: readonly Scope[]): Entry[] {
  const entries = new Map<number, Entry>();
  for (const { entries: own, others, calls } of scopes) {
    for (const entry of [...own, ...others, ...calls.flatMap(({ options }) => options.entries)]) {
      if (!entry.elsewhere && !entries.has(entry.keySpan.start)) entries.set(entry.keySpan.start, entry);
    }
  }
  return [...entries.values()].sort((a, b) => a.span.start - b.span.start);
}
