import type { ConfigDocument, Directive } from '../model/document';
import type { TextEdit } from '../model/edit';

export interface Wish {
  readonly role?: string;
  /** A version, or `auto` to leave it to the file's contents. */
  readonly version?: string;
}

type Configure = Extract<Directive, { kind: 'configure' }>;

/** Makes the file's own directive say so, in the last one that there is or in a new first line. */
export function directiveEdits({ text, directives }: ConfigDocument, wish: Wish): TextEdit[] {
  const last = directives.findLast((directive): directive is Configure => directive.kind === 'configure');
  const role = wish.role ?? last?.role;
  const wanted = wish.version ?? last?.version;
  const version = wanted === 'auto' ? undefined : wanted;
  const words = [...(role ? [`role=${role}`] : []), ...(version ? [`version=${version}`] : [])];
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  if (!last) {
    const start = text.startsWith('\ufeff') ? 1 : 0;
    return words.length > 0
      ? [{ span: { start, end: start }, newText: `# kafka-lint ${words.join(' ')}${lineEnd}` }]
      : [];
  }
  if (words.length > 0) return [{ span: last.span, newText: ['kafka-lint', ...words].join(' ') }];
  return [{ span: wholeLine(text, last.span.start, last.span.end), newText: '' }];
}

function wholeLine(text: string, from: number, to: number): TextEdit['span'] {
  let start = from;
  while (start > 0 && !'\r\n'.includes(text.charAt(start - 1))) start--;
  const lineEnd = /[^\r\n]*(?:\r\n|\r|\n)?/y;
  lineEnd.lastIndex = to;
  return { start, end: to + (lineEnd.exec(text)?.[0].length ?? 0) };
}
