/** How a file is written, for what is added to it. */
export interface Layout {
  readonly quote: "'" | '"';
  readonly indent: string;
  readonly lineEnd: '\n' | '\r\n';
  readonly semicolon: ';' | '';
}

/** The habits that prevail in the text; two blanks, single quotes and semicolons where it has none. */
export function layoutOf(text: string): Layout {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const indents = text.match(/^(?:\t| {2,8})(?=[^\s*])/gm) ?? [];
  const smallest = indents.reduce((least, one) => (least === '' || one.length < least.length ? one : least), '');
  return {
    quote: count(/"/g) > count(/'/g) ? '"' : "'",
    indent: smallest || '  ',
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    semicolon: count(/;[ \t]*$/gm) * 4 >= count(/[)\]}'"\w][ \t]*$/gm) || !text.includes('\n') ? ';' : '',
  };
}
