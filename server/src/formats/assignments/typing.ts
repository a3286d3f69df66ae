import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import { scopeNear } from '../../model/tree';
import type { Format, Typing } from '../format';

interface Manner {
  /** What may stand on the line before a name, such as `ENV `. */
  readonly keyword: RegExp;
  /** What begins a line of one's own. */
  readonly before: string;
  /** What ends a line that the next one belongs to. */
  readonly continued?: RegExp;
}

/** A variable is typed as a word behind its keyword, or on a line of its own. */
export function typingBehind({ keyword, before, continued }: Manner): NonNullable<Format['typing']> {
  return (document: ConfigDocument, offset: number, at: Entry | undefined): Typing | undefined => {
    const known = at && document.scopes.find(({ entries }) => entries.includes(at));
    if (at && known) return { scope: known, typed: at.keySpan, before: '', separator: '=', written: known.written };
    const scope = scopeNear(document.scopes, offset);
    const { text } = document;
    let start = offset;
    while (start > 0 && /\w/.test(text.charAt(start - 1))) start--;
    const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
    const line = text.slice(lineStart, start).replace('\ufeff', '');
    const isBehind = keyword.test(line);
    if (!scope || !(isBehind || line.trim() === '') || /^\w/.test(text.slice(offset, offset + 1))) return undefined;
    const isFirst = !isBehind && !continued?.test(text.slice(Math.max(0, lineStart - 300), lineStart));
    return {
      scope,
      typed: { start, end: offset },
      before: isFirst ? before : '',
      separator: '=',
      written: scope.written,
    };
  };
}
