import type { Value } from '../../model/entry';
import { ask, bindingOf, type Code, spend, textOf } from '../code/code';
import { numberOf, unquote } from '../code/literals';
import { bare, childOf, isFunction, type Node, partsOf } from '../code/tree';
import { constantOf } from './constants';
import { follow, functionOf } from './follow';
import { memberName } from './properties';

type Literal = Pick<Extract<Value, { kind: 'literal' }>, 'text' | 'form' | 'fallback'>;

/** The value of an expression at the place where it is given, as far as the file alone settles it. */
export function settledValue(code: Code, node: Node): Value {
  return ask(code, () => settle(code, node));
}

function settle(code: Code, node: Node): Value {
  const span = { start: node.start, end: node.end };
  const literal = evaluate(code, node);
  if (literal) return { kind: 'literal', span, ...literal };
  const behind = follow(code, node);
  const text = textOf(behind);
  if (behind.type === 'ObjectExpression') return { kind: 'dynamic', text, span, form: 'object' };
  if (isFunction(behind) || functionOf(code, behind)) return { kind: 'dynamic', text, span, form: 'function' };
  return { kind: 'dynamic', text, span };
}

function evaluate(code: Code, node: Node): Literal | undefined {
  if (!spend(code)) return undefined;
  const constant = constantOf(code, bare(node));
  if (constant) return constant;
  const expression = follow(code, node);
  const text = textOf(expression);
  switch (expression.type) {
    case 'String':
      return { text: unquote(text), form: 'string' };
    case 'TemplateString':
      return childOf(expression, 'Interpolation') ? undefined : { text: unquote(text), form: 'string' };
    case 'Number':
      return numeric(numberOf(text));
    case 'BooleanLiteral':
      return { text, form: 'boolean' };
    case 'null':
      return { text, form: 'null' };
    case 'VariableName':
      return globalOf(expression);
    case 'UnaryExpression':
      return unary(code, expression);
    case 'BinaryExpression':
      return binary(code, expression);
    case 'ArrayExpression':
      return list(code, expression);
    case 'CallExpression':
      return converted(code, expression);
    default:
      return constantOf(code, expression);
  }
}

function numeric(value: number | undefined, from?: Literal): Literal | undefined {
  if (value === undefined || Number.isNaN(value)) return undefined;
  return { text: String(value), form: 'number', ...(from?.fallback && { fallback: true }) };
}

function globalOf(name: Node): Literal | undefined {
  if (bindingOf(name)) return undefined;
  const text = textOf(name);
  if (text === 'Infinity') return { text, form: 'number' };
  return text === 'undefined' ? { text, form: 'undefined' } : undefined;
}

function unary(code: Code, node: Node): Literal | undefined {
  const [operator, operand] = node.children;
  const value = operand && evaluate(code, operand);
  if (!operator || !value) return undefined;
  const sign = textOf(operator);
  if (sign === '-' && value.form === 'number') return numeric(-Number(value.text), value);
  if (sign === '+') return numeric(Number(value.text), value);
  if (sign === '!' && value.form === 'boolean') return { ...value, text: String(value.text !== 'true') };
  return undefined;
}

function binary(code: Code, node: Node): Literal | undefined {
  const [left, operator, right] = node.children;
  if (!left || !operator || !right) return undefined;
  const sign = textOf(operator);
  const second = evaluate(code, right);
  if ((sign === '??' || sign === '||') && isEnvironment(left)) return second && { ...second, fallback: true };
  const first = evaluate(code, left);
  if (sign === '??' && first && first.form !== 'null' && first.form !== 'undefined') return first;
  if (first?.form !== 'number' || second?.form !== 'number') return undefined;
  const from = first.fallback ? first : second;
  return numeric(calculate(Number(first.text), sign, Number(second.text)), from);
}

function calculate(left: number, sign: string, right: number): number | undefined {
  switch (sign) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '**':
      return left ** right;
    case '<<':
      return left << right;
    default:
      return undefined;
  }
}

/** `process.env.X`, `import.meta.env.X`, and a number read from one. */
function isEnvironment(node: Node): boolean {
  return /^(?:\+|Number\(|parseInt\()?\s*(?:process\.env|import\.meta\.env)\b/.test(textOf(bare(node)));
}

/** The text of Kafka's own lists, with commas; undefined as soon as one element is unknown. */
function list(code: Code, node: Node): Literal | undefined {
  const texts: string[] = [];
  let fallback = false;
  for (const part of partsOf(node)) {
    const value = part.type === 'Spread' ? undefined : evaluate(code, part);
    if (!value || value.form === 'list') return undefined;
    texts.push(value.text);
    fallback ||= value.fallback === true;
  }
  return { text: texts.join(','), form: 'list', ...(fallback && { fallback: true }) };
}

/** `Number('5')`, `parseInt('5', 10)`, `Boolean('false')` and `'a,b'.split(',')`. */
function converted(code: Code, call: Node): Literal | undefined {
  const [callee] = call.children;
  const [argument] = partsOf(childOf(call, 'ArgList') ?? call);
  if (!callee || !argument) return undefined;
  if (callee.type === 'MemberExpression' && memberName(callee) === 'split') return split(code, callee);
  const name = textOf(callee).replace(/^Number\.(?=parse)/, '');
  if (!['Number', 'parseInt', 'parseFloat', 'String', 'Boolean'].includes(name)) return undefined;
  const value = evaluate(code, argument);
  if (!value) return undefined;
  if (name === 'Boolean') return truth(value);
  if (name === 'String') return { ...value, form: 'string' };
  return numeric(name === 'Number' ? Number(value.text) : Number.parseFloat(value.text), value);
}

/** Of a string only the empty one is false. */
function truth(value: Literal): Literal | undefined {
  return value.form === 'string' ? { ...value, text: String(value.text !== ''), form: 'boolean' } : undefined;
}

function split(code: Code, callee: Node): Literal | undefined {
  const [from] = callee.children;
  const value = from && evaluate(code, from);
  return value?.form === 'string' ? { ...value, form: 'list' } : undefined;
}
