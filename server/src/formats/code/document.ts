import type { Comment } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
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

/** Every option once, in the order of the text, those of calls included. */
export function entriesOfScopes(scopes: readonly Scope[]): Entry[] {
  const entries = new Map<number, Entry>();
  for (const { entries: own, others, calls } of scopes) {
    for (const entry of [...own, ...others, ...calls.flatMap(({ options }) => options.entries)]) {
      if (!entry.elsewhere && !entries.has(entry.keySpan.start)) entries.set(entry.keySpan.start, entry);
    }
  }
  return [...entries.values()].sort((a, b) => a.span.start - b.span.start);
}
