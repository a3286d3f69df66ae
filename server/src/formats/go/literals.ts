import { tableOf } from '../../model/tableOf';
import { textOf } from '../code/code';
import type { Literal } from '../code/idioms';
import type { Node } from '../code/tree';

/** What a literal says by itself. */
export function plainLiteral(node: Node): Literal | undefined {
  switch (node.type) {
    case 'String':
      return { text: unquote(textOf(node)), form: 'string' };
    case 'Number':
      return { text: numberText(textOf(node)), form: 'number' };
    case 'UnaryExp': {
      const [sign, number] = node.children;
      const isNumber = number?.type === 'Number' && sign !== undefined && textOf(sign) === '-';
      return isNumber ? { text: `-${numberText(textOf(number))}`, form: 'number' } : undefined;
    }
    case 'Bool':
      return { text: textOf(node), form: 'boolean' };
    case 'Nil':
      return { text: 'nil', form: 'null' };
    default:
      return undefined;
  }
}

/** `10e6` and `1_000` as plain digits. */
function numberText(text: string): string {
  const number = Number(text.replaceAll('_', ''));
  return Number.isNaN(number) ? text : String(number);
}

const ESCAPES: Readonly<Record<string, string>> = tableOf({ n: '\n', t: '\t', r: '\r', '\\': '\\', '"': '"' });

function unquote(source: string): string {
  const inside = source.slice(1, /[`"]$/.test(source) && source.length > 1 ? -1 : undefined);
  return source.startsWith('`') ? inside : inside.replace(/\\(.)/g, (all, sign: string) => ESCAPES[sign] ?? all);
}
