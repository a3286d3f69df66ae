import type { Value } from '../../model/entry';
import { bindingOf, type Code, textOf } from './code';
import { constantOf } from './constants';
import { placeOfImport } from './exported';
import { follow, functionOf, memberName } from './follow';
import { numberOf, unquote } from './literals';
import { bare, childOf, isFunction, type Node, partsOf } from './tree';

type Literal = Pick<Extract<Value, { kind: 'literal' }>, 'text' | 'form' | 'fallback'>;

/** The value of an expression at the place where it is given, as far as the file alone settles it. */
export function settledValue(code: Code, node: Node): Value {
  const span = { start: node.start, end: node.end };
  const literal = evaluate(code, node, 0);
  if (literal) return { kind: 'literal', span, ...literal };
  const behind = follow(code, node);
  const text = textOf(code, behind);
  if (behind.type === 'ObjectExpression') return { kind: 'dynamic', text, span, form: 'object' };
  if (isFunction(behind) || functionOf(code, behind)) return { kind: 'dynamic', text, span, form: 'function' };
  return { kind: 'dynamic', text, span };
}

const MAX_DEPTH = 16;

function evaluate(code: Code, node: Node, depth: number): Literal | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const constant = constantOf(code, bare(node));
  if (constant) return constant;
  const expression = follow(code, node);
  const text = textOf(code, expression);
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
      return globalOf(code, expression) ?? importedValue(code, expression, depth);
    case 'UnaryExpression':
      return unary(code, expression, depth);
    case 'BinaryExpression':
      return binary(code, expression, depth);
    case 'ArrayExpression':
      return list(code, expression, depth);
    case 'CallExpression':
      return converted(code, expression, depth);
    default:
      return constantOf(code, expression) ?? importedValue(code, expression, depth);
  }
}

/** A constant that another file of the project exports. */
function importedValue(code: Code, expression: Node, depth: number): Literal | undefined {
  if (expression.type !== 'VariableName' && expression.type !== 'MemberExpression') return undefined;
  const place = placeOfImport(code, expression);
  return place && evaluate(place.code, place.node, depth + 1);
}

function numeric(value: number | undefined, from?: Literal): Literal | undefined {
  if (value === undefined || Number.isNaN(value)) return undefined;
  return { text: String(value), form: 'number', ...(from?.fallback && { fallback: true }) };
}

function globalOf(code: Code, name: Node): Literal | undefined {
  if (bindingOf(code, name)) return undefined;
  const text = textOf(code, name);
  if (text === 'Infinity') return { text, form: 'number' };
  return text === 'undefined' ? { text, form: 'undefined' } : undefined;
}

function unary(code: Code, node: Node, depth: number): Literal | undefined {
  const [operator, operand] = node.children;
  const value = operand && evaluate(code, operand, depth + 1);
  if (!operator || !value) return undefined;
  const sign = textOf(code, operator);
  if (sign === '-' && value.form === 'number') return numeric(-Number(value.text), value);
  if (sign === '+') return numeric(Number(value.text), value);
  if (sign === '!' && value.form === 'boolean') return { ...value, text: String(value.text !== 'true') };
  return undefined;
}

function binary(code: Code, node: Node, depth: number): Literal | undefined {
  const [left, operator, right] = node.children;
  if (!left || !operator || !right) return undefined;
  const sign = textOf(code, operator);
  const second = evaluate(code, right, depth + 1);
  if ((sign === '??' || sign === '||') && isEnvironment(code, left)) return second && { ...second, fallback: true };
  const first = evaluate(code, left, depth + 1);
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
function isEnvironment(code: Code, node: Node): boolean {
  return /^(?:\+|Number\(|parseInt\()?\s*(?:process\.env|import\.meta\.env)\b/.test(textOf(code, bare(node)));
}

/** The text of Kafka's own lists, with commas; undefined as soon as one element is unknown. */
function list(code: Code, node: Node, depth: number): Literal | undefined {
  const texts: string[] = [];
  let fallback = false;
  for (const part of partsOf(node)) {
    const value = part.type === 'Spread' ? undefined : evaluate(code, part, depth + 1);
    if (!value || value.form === 'list') return undefined;
    texts.push(value.text);
    fallback ||= value.fallback === true;
  }
  return { text: texts.join(','), form: 'list', ...(fallback && { fallback: true }) };
}

/** `Number('5')`, `parseInt('5', 10)` and `'a,b'.split(',')`. */
function converted(code: Code, call: Node, depth: number): Literal | undefined {
  const [callee] = call.children;
  const [argument] = partsOf(childOf(call, 'ArgList') ?? call);
  if (!callee || !argument) return undefined;
  if (callee.type === 'MemberExpression' && memberName(code, callee) === 'split') return split(code, callee, depth);
  const name = textOf(code, callee).replace(/^Number\.(?=parse)/, '');
  if (!['Number', 'parseInt', 'parseFloat', 'String', 'Boolean'].includes(name)) return undefined;
  const value = evaluate(code, argument, depth + 1);
  if (!value || name === 'Boolean') return undefined;
  if (name === 'String') return { ...value, form: 'string' };
  return numeric(name === 'Number' ? Number(value.text) : Number.parseFloat(value.text), value);
}

function split(code: Code, callee: Node, depth: number): Literal | undefined {
  const [from] = callee.children;
  const value = from && evaluate(code, from, depth + 1);
  return value?.form === 'string' ? { ...value, form: 'list' } : undefined;
}
