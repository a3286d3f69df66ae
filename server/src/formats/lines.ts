/** The offset of the blanks right before. */
export function startOfBlanks(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && ' \t\f'.includes(text.charAt(start - 1))) start--;
  return start;
}

/** True at the beginning of the text, also behind a byte order mark, and behind a line's end. */
export function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || '\r\n'.includes(text.charAt(offset - 1)) || (offset === 1 && text.startsWith('\ufeff'));
}

/** How the line of the offset ends, or else the first of the text, or a line feed. */
export function lineEndAt(text: string, offset: number): string {
  const lineEnd = /\r\n|\r|\n/g;
  lineEnd.lastIndex = offset;
  return (lineEnd.exec(text) ?? /\r\n|\r|\n/.exec(text))?.[0] ?? '\n';
}
