/** The text without all that stands between two marks, and without the marks; each part of it is read once. */
export function withoutBetween(text: string, open: string, close: string): string {
  let rest = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start === -1 ? -1 : text.indexOf(close, start + open.length);
    if (end === -1) return rest + text.slice(at);
    rest += text.slice(at, start);
    at = end + close.length;
  }
}
