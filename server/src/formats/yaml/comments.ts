import type { Comment } from '../../model/document';
import type { YamlPart } from './read';

/** The comments that have a line of their own, which those in block scalars are not. */
export function commentsOf(text: string, parts: readonly YamlPart[]): Comment[] {
  const scalars = parts.flatMap(({ multiline }) => multiline);
  return Array.from(text.matchAll(/^[ \t]*(#[^\r\n]*)/gm), ({ 0: line, 1: comment = '', index }) => {
    const start = index + line.length - comment.length;
    return { span: { start, end: start + comment.length }, text: comment.replace(/^#[# \t]*/, '').trimEnd() };
  }).filter(({ span }) => !scalars.some(({ start, end }) => start < span.start && span.start < end));
}
