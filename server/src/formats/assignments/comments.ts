import type { Comment } from '../../model/document';
import type { Assigning } from './word';

/** A comment, from its sign on. */
export function commentOf(start: number, written: string): Comment {
  return { span: { start, end: start + written.length }, text: written.replace(/^[#;]+[ \t]*/, '').trimEnd() };
}

/** Comments between the lines of an instruction. */
export function innerComments(text: string, instructions: readonly Assigning[], signs: '#' | '#;'): Comment[] {
  return instructions.flatMap(({ span }) =>
    Array.from(text.slice(span.start, span.end).matchAll(/^[ \t]*([#;][^\r\n]*)/gm), (found) => {
      const { 0: all, 1: comment = '', index } = found;
      return commentOf(span.start + index + all.length - comment.length, comment);
    }).filter((comment) => signs.includes(text.charAt(comment.span.start))),
  );
}

export function byPlace(a: Comment, b: Comment): number {
  return a.span.start - b.span.start;
}
