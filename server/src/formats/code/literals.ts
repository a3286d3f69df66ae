import { tableOf } from '../../model/tableOf';

/** The text of a quoted string or of a template without parts, its escapes resolved. */
export function unquote(source: string): string {
  return source.slice(1, -1).replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[\s\S]))/gi, unescapeOne);
}

const ESCAPES: Readonly<Record<string, string>> = tableOf({
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
});

function unescapeOne(_whole: string, braced?: string, four?: string, two?: string, one = ''): string {
  const hexadecimal = braced ?? four ?? two;
  if (hexadecimal !== undefined) {
    const point = Number.parseInt(hexadecimal, 16);
    return point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
  }
  return /^[\r\n]/.test(one) ? '' : (ESCAPES[one] ?? one);
}

/** A number as source text has it, such as `1_000`, `0x10` or `1e3`; undefined for a BigInt. */
export function numberOf(source: string): number | undefined {
  const value = Number(source.replaceAll('_', ''));
  return Number.isNaN(value) ? undefined : value;
}

/** Source text for a string, in the quotes that the file uses. */
export function quote(text: string, mark: "'" | '"'): string {
  const body = JSON.stringify(text).slice(1, -1);
  return mark === '"' ? `"${body}"` : `'${body.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
