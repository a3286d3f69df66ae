/** Reorders what stands around it, so that a name could show as another. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: These are the characters that must not be shown.
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

/**
 * Text of a file, a cluster or a server as VS Code shows it in messages, lists and the status bar. There it makes a link
 * of `[x](command:…)`, which runs on a click also in Restricted Mode, and an icon of `$(error)`: a blank prevents both.
 */
export function plainText(text: string): string {
  return text.replace(DIRECTION_MARKS, '').replace(CONTROLS, ' ').replaceAll('](', '] (').replaceAll('$(', '$ (');
}
