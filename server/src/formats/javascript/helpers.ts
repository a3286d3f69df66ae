import { ask, bindingOf, type Code, textOf } from '../code/code';
import { isFunction, type Node, walk } from '../code/tree';
import { functionOf } from './follow';
import { memberName } from './properties';

/** The function of the project that a call is of; only what is called by a name can be told at little cost. */
export function helperOf(code: Code, callee: Node): Node | undefined {
  if (callee.type !== 'MemberExpression' && !(callee.type === 'VariableName' && bindingOf(callee))) return undefined;
  return ask(code, () => functionOf(code, callee));
}

export function helperName(callee: Node): string {
  return callee.type === 'MemberExpression' ? (memberName(callee) ?? textOf(callee)) : textOf(callee);
}

/** The calls that a function makes itself. */
export function ownCallsIn(made: Node): readonly Node[] {
  const calls: Node[] = [];
  walk(made, (node) => {
    if (node !== made && isFunction(node)) return false;
    if (node.type === 'CallExpression') calls.push(node);
    return undefined;
  });
  return calls;
}
