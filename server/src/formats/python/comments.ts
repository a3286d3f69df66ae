import type { Comment, ConfigDocument } from '../../model/document';
import { overlaps, type Span } from '../../model/span';
import { placesOf } from '../code/places';
import { type Node, nodesOf } from '../code/tree';
import type { Comments } from '../format';
import { isLineStart, startOfBlanks } from '../lines';

export const comments: Comments = { line: (text) => `# ${text}`, top, placeOf };

/** Behind a byte order mark, a shebang and a line that names the encoding. */
function top({ text }: ConfigDocument): number {
  return /^\ufeff?(?:#!.*(?:\r\n|\r|\n|$))?(?:#.*coding[:=].*(?:\r\n|\r|\n|$))?/.exec(text)?.[0].length ?? 0;
}

/** The innermost place that begins its line: anywhere else the line before may be text rather than code. */
function placeOf({ text, scopes, entries }: ConfigDocument, span: Span): number | undefined {
  const around = placesOf(scopes, entries).filter(
    (place) => overlaps(place, span) && isLineStart(text, startOfBlanks(text, place.start)),
  );
  const holding = around.findLast((place) => place.start <= span.start);
  return (holding ?? around[0])?.start;
}

export function commentsOf(root: Node): Comment[] {
  return nodesOf(root, 'Comment').map(({ start, end }) => {
    const text = root.source.text.slice(start, end).replace(/^#+\s*/, '');
    return { span: { start, end }, text: text.trimEnd() };
  });
}
