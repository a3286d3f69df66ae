import type { Span } from '../../../model/span';

/** The blanks before the line that holds the offset. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

/** A piece of code whose further lines move from one indentation to another. */
export function reindent(source: string, from: string, to: string): string {
  return source.replace(/\n([ \t]*)/g, (whole, blanks: string) =>
    blanks.startsWith(from) ? `\n${to}${blanks.slice(from.length)}` : whole,
  );
}

/** The text of `outer` with the text of `inner`, which lies in it, replaced. */
export function replaceWithin(text: string, outer: Span, inner: Span, by: string): string {
  return text.slice(outer.start, inner.start) + by + text.slice(inner.end, outer.end);
}

/** The names in a pattern or declaration: `{ id, at: time }` declares `id` and `time`. */
export function namesIn(pattern: string): readonly string[] {
  return pattern.replace(/\b\w+\s*:(?!:)/g, '').match(/[A-Za-z_$][\w$]*/g) ?? [];
}

/** The names that statements in a piece of code declare. */
export function declaredIn(source: string): readonly string[] {
  const declarations = source.matchAll(/\b(?:const|let|var|function|class)\s+(\{[^{}]*\}|\[[^[\]]*\]|[\w$]+)/g);
  return Array.from(declarations, ([, pattern = '']) => pattern).flatMap(namesIn);
}

export function mentionsAny(source: string, names: readonly string[]): boolean {
  return names.some((name) => new RegExp(`(?<![\\w$.])${name.replace(/\$/g, '\\$')}(?![\\w$])`).test(source));
}

/** The first of the names that the text does not have yet. */
export function unusedName(text: string, names: readonly string[]): string | undefined {
  return names.find((name) => !mentionsAny(text, [name]));
}
