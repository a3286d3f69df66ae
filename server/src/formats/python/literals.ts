import { tableOf } from '../../model/tableOf';
import { textOf } from '../code/code';
import type { Literal } from '../code/idioms';
import type { Node } from '../code/tree';

/** What a literal says by itself; truth values are Kafka's words for them. */
export function plainLiteral(node: Node): Literal | undefined {
  switch (node.type) {
    case 'String':
      return { text: unquote(textOf(node)), form: 'string' };
    case 'ContinuedString':
      return node.children.every(({ type }) => type === 'String')
        ? { text: node.children.map((part) => unquote(textOf(part))).join(''), form: 'string' }
        : undefined;
    case 'FormatString':
      return node.children.length === 0 ? { text: unquote(textOf(node)), form: 'string' } : undefined;
    case 'Number':
      return { text: numberText(textOf(node)), form: 'number' };
    case 'UnaryExpression':
      return negative(node);
    case 'Boolean':
      return { text: textOf(node).toLowerCase(), form: 'boolean' };
    case 'None':
      return { text: 'None', form: 'null' };
    default:
      return undefined;
  }
}

function negative(node: Node): Literal | undefined {
  const [sign, number] = node.children;
  const isNumber = number?.type === 'Number' && sign !== undefined && textOf(sign) === '-';
  return isNumber ? { text: `-${numberText(textOf(number))}`, form: 'number' } : undefined;
}

/** `10_000` and `5e3` as Python prints them. */
function numberText(text: string): string {
  const number = Number(text.replaceAll('_', ''));
  return Number.isNaN(number) ? text : String(number);
}

const ESCAPES: Readonly<Record<string, string>> = tableOf({
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
});

function unquote(source: string): string {
  const [, prefix = '', quote = '"', inside = ''] = /^(\w*)("""|'''|"|')([\s\S]*?)(?:\2)?$/.exec(source) ?? [];
  if (quote === '' || /r/i.test(prefix)) return inside;
  return inside.replace(/\\([\s\S])/g, (all, sign: string) => ESCAPES[sign] ?? all);
}
