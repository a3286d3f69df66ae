/**
 * Fills in the placeholders of mocha's lines, since not every console between here and the terminal does so.
 * Knows `%s`, `%d` and `%%`; what has no placeholder is appended.
 */
export function fillIn(...args: readonly unknown[]): string {
  const [format = '', ...left] = args;
  const text = String(format).replace(/%[sd%]/g, (mark) => {
    if (mark === '%%') return '%';
    return left.length > 0 ? String(left.shift()) : mark;
  });
  return [text, ...left.map(String)].join(' ');
}
