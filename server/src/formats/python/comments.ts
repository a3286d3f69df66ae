import type { Comment, ConfigDocument } from '../../model/document';
import { placeOf } from '../code/comments';
import { type Node, nodesOf } from '../code/tree';
import type { Comments } from '../format';

export const comments: Comments = { line: (text) => `# ${text}`, top, placeOf };

/** Behind a byte order mark, a shebang and a line that names the encoding. */
function top({ text }: ConfigDocument): number {
  return /^\ufeff?(?:#!.*(?:\r\n|\r|\n|$))?(?:#.*coding[:=].*(?:\r\n|\r|\n|$))?/.exec(text)?.[0].length ?? 0;
}

export function commentsOf(root: Node): Comment[] {
  return nodesOf(root, 'Comment').map(({ start, end }) => {
    const text = root.source.text.slice(start, end).replace(/^#+\s*/, '');
    return { span: { start, end }, text: text.trimEnd() };
  });
}
