/**
 * Text of files as one line of a terminal, of the same length: control characters, which could move the cursor, recolor
 * or rewrite what was printed, become pictures of themselves, and signs that turn the direction of text a mark.
 */
export function terminalText(text: string): string {
  return text.replace(UNPRINTABLE, pictureOf).replaceAll('##[', '＃＃[');
}

/** The same for what begins a line: GitHub's runners take a line that begins with `::` for a command. */
export function terminalLine(text: string): string {
  const line = terminalText(text);
  return /^\s*::/.test(line) ? `./${line}` : line;
}

/** C0, DEL and C1, the separators of lines, signs of direction, and halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}]/gu;

/** Unicode has a picture for each of C0, and one for DEL. */
function pictureOf(character: string): string {
  const code = character.charCodeAt(0);
  if (character === '\t') return ' ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}
