import type { Comment } from '../../model/document';
import { placeOf } from '../code/comments';
import { type Node, nodesOf } from '../code/tree';
import type { Comments } from '../format';

export const comments: Comments = {
  line: (text) => `// ${text}`,
  top: ({ text }) => (text.startsWith('\ufeff') ? 1 : 0),
  placeOf,
};

export function commentsOf(root: Node): Comment[] {
  const nodes = [...nodesOf(root, 'LineComment'), ...nodesOf(root, 'BlockComment')];
  return nodes
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const text = root.source.text
        .slice(start, end)
        .replace(/^\/[/*]+\s*/, '')
        .replace(/\*\/$/, '');
      return { span: { start, end }, text: text.trimEnd() };
    });
}
