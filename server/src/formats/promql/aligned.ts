import type { Span } from '../../model/span';

/**
 * Where a range of a string stands in the source that it was read from: escapes, indentation and folded lines of the source
 * have no place in the string. Undefined where the two do not go together.
 */
export function alignedSpans(
  text: string,
  source: string,
  start: number,
): ((from: number, to: number) => Span) | undefined {
  const places: number[] = [];
  let at = 0;
  for (const char of text) {
    if (/\s/.test(char)) {
      for (let unit = 0; unit < char.length; unit++) places.push(at);
      if (/\s/.test(source.charAt(at))) at++;
      else if (source.charAt(at) === '\\') at += 2;
      continue;
    }
    while (at < source.length && source.charAt(at) !== char.charAt(0) && /[\s\\]/.test(source.charAt(at))) {
      // `\n` in the source is a line's end of the string, and of neither anything that is looked at.
      at += 1;
    }
    if (source.slice(at, at + char.length) !== char) return undefined;
    for (let unit = 0; unit < char.length; unit++) places.push(at + unit);
    at += char.length;
  }
  return (from, to) => {
    const first = places[from] ?? at;
    const last = to > from ? (places[to - 1] ?? at) + 1 : first;
    return { start: start + first, end: start + last };
  };
}
