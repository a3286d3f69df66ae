/** How a file is written, for what is added to it. */
export interface Layout {
  readonly quote: "'" | '"';
  readonly indent: string;
  readonly lineEnd: '\n' | '\r\n';
}

/** The habits that prevail in the text; four blanks and double quotes where it has none. */
export function layoutOf(text: string): Layout {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const indent = /^(?:\t| {2,8})(?=\S)/m.exec(text)?.[0];
  return {
    quote: count(/'/g) > count(/"/g) ? "'" : '"',
    indent: indent ?? '    ',
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
