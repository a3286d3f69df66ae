import type { Value } from '../../model/entry';
import { ask, spend, textOf } from './code';
import { follow, step } from './follow';
import type { Literal, Program } from './idioms';
import { bare, type Node } from './tree';

/** The value of an expression, as far as the file alone settles it. */
export function settledValue(program: Program, node: Node): Value {
  const span = { start: node.start, end: node.end };
  const literal = ask(program, () => evaluate(program, node));
  if (literal) return { kind: 'literal', span, ...literal };
  return { kind: 'dynamic', text: ask(program, () => sourceBehind(program, node)), span };
}

/** The expression that stands behind names, also behind those in its parts: it tells where a value comes from. */
function sourceBehind(program: Program, node: Node): string {
  const behind = follow(program, node);
  if (!spend(program)) return textOf(behind);
  const operands = program.idioms.operands(behind);
  if (operands) {
    const { left, sign, right } = operands;
    return `${sourceBehind(program, left)} ${sign} ${sourceBehind(program, right)}`;
  }
  const receiver = behind.source.language.callParts(behind)?.receiver;
  if (!receiver || !program.idioms.bindingOf(receiver)) return textOf(behind);
  return sourceBehind(program, receiver) + behind.source.text.slice(receiver.end, behind.end);
}

export function evaluate(program: Program, node: Node): Literal | undefined {
  if (!spend(program)) return undefined;
  const { idioms } = program;
  const expression = bare(node);
  const own = idioms.literal(program, expression);
  if (own) return own;
  const behind = step(program, expression);
  if (!behind || behind === expression) return binary(program, expression);
  const value = evaluate(program, behind);
  const form = value && isNumber(value) ? idioms.declaredForm?.(program, expression) : undefined;
  return value && form ? { ...value, form } : value;
}

function binary(program: Program, node: Node): Literal | undefined {
  const operands = program.idioms.operands(node);
  if (!operands) return undefined;
  const left = evaluate(program, operands.left);
  const right = left && evaluate(program, operands.right);
  if (!left || !right) return undefined;
  const fallback = (left.fallback || right.fallback) && { fallback: true as const };
  if (isNumber(left) && isNumber(right)) {
    const [a, b] = [Number(left.text), Number(right.text)];
    const value = calculate(a, operands.sign, b);
    const form = [left.form, right.form].find((one) => one !== 'number') ?? 'number';
    const isReached = value !== undefined && Math.abs(value) <= (program.idioms.largest?.(form) ?? Number.MAX_VALUE);
    const wraps = (left.wraps || right.wraps) && { wraps: true as const };
    if (isReached) return { text: String(value), form, ...fallback, ...wraps };
    const wrapped = form === 'number' && value !== undefined ? wrappedInt(a, operands.sign, b) : undefined;
    return wrapped === undefined ? undefined : { text: String(wrapped), form, ...fallback, wraps: true };
  }
  const isText = operands.sign === '+' && (left.form === 'string' || right.form === 'string');
  return isText ? { text: left.text + right.text, form: 'string', ...fallback } : undefined;
}

/** What is left of a result in 32 bits. */
function wrappedInt(left: number, sign: string, right: number): number | undefined {
  if (sign === '*') return Math.imul(left, right);
  if (sign === '+') return (left + right) | 0;
  return sign === '-' ? (left - right) | 0 : undefined;
}

export function isNumber({ form }: Literal): boolean {
  return form === 'number' || form === 'long' || form === 'double';
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
      return Number.isInteger(left / right) ? left / right : undefined;
    case '<<':
      return left * 2 ** right;
    default:
      return undefined;
  }
}
