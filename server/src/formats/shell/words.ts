import type { Span } from '../../model/span';

/** A word of a shell command: quotes and escapes resolved. */
export interface Word {
  readonly text: string;
  /** Something is filled in that nobody knows here. */
  readonly dynamic: boolean;
  readonly span: Span;
  /** The offset of each character of the text. */
  readonly origins: readonly number[];
}

/** Where a stretch of the word's text stands in the file. */
export function spanIn({ origins, span }: Word, from: number, to: number): Span {
  const first = origins[from] ?? span.end;
  const last = origins[to - 1];
  return { start: first, end: last === undefined || to <= from ? first : last + 1 };
}

const END = /[\s;&|<>()]/;

/** Reads the word that begins at the offset, which is no blank and no sign of the shell's. */
export function wordAt(text: string, start: number): Word {
  const origins: number[] = [];
  let read = '';
  let dynamic = false;
  let quote = '';
  let at = start;
  const take = (offset: number): void => {
    read += text.charAt(offset);
    origins.push(offset);
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (quote === '' && END.test(char)) break;
    if (quote === "'" ? char === "'" : char === quote || (quote === '' && (char === '"' || char === "'"))) {
      quote = quote === '' ? char : '';
      at++;
    } else if (char === '\\' && quote !== "'") {
      // Between double quotes it escapes few characters, and a line's end goes with it.
      const next = text.charAt(at + 1);
      const isEscape = quote === '' || '"$`\\\n'.includes(next);
      if (!isEscape) take(at);
      else if (next !== '\n' && next !== '\r' && next !== '') take(at + 1);
      at += isEscape ? (text.startsWith('\r\n', at + 1) ? 3 : 2) : 1;
    } else if ((char === '$' || char === '`') && quote !== "'") {
      dynamic = true;
      const end = endOfExpansion(text, at);
      for (; at < end; at++) take(at);
    } else take(at++);
  }
  return { text: read, dynamic, span: { start, end: at }, origins };
}

/** Behind `$(…)`, `${…}` or `` `…` ``, whatever is in there; behind the sign for all else. */
function endOfExpansion(text: string, start: number): number {
  const opening = text.charAt(start) === '`' ? '`' : text.charAt(start + 1);
  if (opening === '`') {
    const end = text.indexOf('`', start + 1);
    return end === -1 ? text.length : end + 1;
  }
  const closing = opening === '(' ? ')' : opening === '{' ? '}' : '';
  if (closing === '') return start + 1;
  let depth = 0;
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '"' || char === "'") {
      const end = text.indexOf(char, at + 1);
      if (end === -1) return text.length;
      at = end;
    } else if (char === opening) depth++;
    else if (char === closing && --depth === 0) return at + 1;
  }
  return text.length;
}
