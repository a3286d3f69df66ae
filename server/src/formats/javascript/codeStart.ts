/** Where an import may stand: behind the shebang, comments that have lines of their own, and 'use strict'. */
export function codeStart(text: string): number {
  let at = /^#![^\n]*\n/.exec(text)?.[0].length ?? 0;
  for (let next = behindComment(text, at); next !== undefined; next = behindComment(text, at)) at = next;
  const strict = /^\s*['"]use strict['"];?[ \t]*\r?\n/.exec(text.slice(at));
  return at + (strict?.[0].length ?? 0);
}

/** The beginning of the line behind a comment, and behind the empty lines that follow. */
function behindComment(text: string, from: number): number | undefined {
  const start = behindBlanks(text, from);
  const mark = text.slice(start, start + 2);
  if (mark !== '//' && mark !== '/*') return undefined;
  const end = mark === '//' ? text.indexOf('\n', start) : text.indexOf('*/', start + 2) + 2;
  if (end < start) return undefined;
  const lineStart = text.lastIndexOf('\n', behindBlanks(text, end) - 1) + 1;
  return lineStart > end ? lineStart : undefined;
}

function behindBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}
