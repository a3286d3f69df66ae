/** `split("\\s*,\\s*", -1)`, where `\s` is Java's ASCII white space. */
export function splitAtCommas(text: string): string[] {
  const parts = text.split(',');
  return parts.map((part, index) => {
    let start = 0;
    let end = part.length;
    while (index > 0 && start < end && isBlank(part, start)) start++;
    while (index < parts.length - 1 && end > start && isBlank(part, end - 1)) end--;
    return part.slice(start, end);
  });
}

function isBlank(text: string, at: number): boolean {
  return ' \t\n\v\f\r'.includes(text.charAt(at));
}

/** Without the empty elements at the end, which fall away in `split` with no limit; the first one stays. */
export function withoutEmptyEnd(elements: readonly string[]): readonly string[] {
  let length = elements.length;
  while (length > 1 && elements[length - 1] === '') length--;
  return elements.slice(0, length);
}
