/** Makes a text stand for itself in a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A place to write over, with a text that stands there already. */
export function placeholder(text: string): string {
  return text === '' ? '$0' : `\${0:${escapeSnippet(text)}}`;
}

/** A choice between texts, the first of which stands there already. */
export function choice(texts: readonly string[]): string {
  return `\${1|${texts.map((text) => text.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}$0`;
}
