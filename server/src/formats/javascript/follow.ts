import { type Code, spend, textOf } from '../code/code';
import { returnsOf } from '../code/functions';
import { bare, childOf, isFunction, type Node, partsOf } from '../code/tree';
import { declarationOf } from './declared';
import { isRequire, moduleNamed } from './modules';

/**
 * The expression that stands behind names: through constants, members of known objects and classes, imports, casts, and
 * functions that only return. What is assigned more than once, or comes from elsewhere, stays as it is.
 */
export function follow(code: Code, node: Node): Node {
  const expression = bare(node);
  const next = spend(code) ? step(code, expression) : undefined;
  return next && next !== expression ? follow(code, next) : expression;
}

function step(code: Code, node: Node): Node | undefined {
  switch (node.type) {
    case 'VariableName':
    case 'VariableDefinition':
    case 'TypeName':
    // The name of a shorthand property stands for its value.
    case 'PropertyDefinition':
    case 'MemberExpression':
      return onlyValueOf(code, node);
    case 'CallExpression':
      return isRequire(node) ? moduleNamed(code, node) : (unwrapped(node) ?? onlyReturn(code, node));
    case 'DynamicImport':
      return moduleNamed(code, node);
    default:
      return undefined;
  }
}

function onlyValueOf(code: Code, node: Node): Node | undefined {
  const declaration = declarationOf(code, node);
  return declaration?.isOpen === false ? single(declaration.values) : undefined;
}

/** The one value that is ever given; a start with `null` or `undefined` does not count. */
function single(values: readonly Node[]): Node | undefined {
  const [first] = values;
  const given = first && isNothing(first) ? values.slice(1) : values;
  return given.length === 1 ? given[0] : undefined;
}

function isNothing(node: Node): boolean {
  return node.type === 'null' || node.type === 'undefined' || textOf(node) === 'undefined';
}

/** `Object.freeze({...})` gives the object itself. */
function unwrapped(call: Node): Node | undefined {
  const [callee] = call.children;
  const isSame = callee && /^(?:Object\.(?:freeze|seal)|structuredClone)$/.test(textOf(callee));
  const list = isSame ? childOf(call, 'ArgList') : undefined;
  return list && partsOf(list)[0];
}

/** What a call of a function at hand gives, where the function has one way to return. */
function onlyReturn(code: Code, call: Node): Node | undefined {
  const [callee] = call.children;
  const made = callee && functionOf(code, callee);
  const returns = made ? returnsOf(made) : [];
  return returns.length === 1 ? returns[0] : undefined;
}

/** The function at hand that a name, a member or the expression itself stands for. */
export function functionOf(code: Code, node: Node): Node | undefined {
  const expression = bare(node);
  const behind = isFunction(expression) ? expression : follow(code, expression);
  return isFunction(behind) ? behind : boundFunction(code, behind);
}

/** `this.handle.bind(this)`. */
function boundFunction(code: Code, call: Node): Node | undefined {
  const [callee] = call.type === 'CallExpression' ? call.children : [];
  const [object] = callee?.type === 'MemberExpression' && textOf(callee).endsWith('.bind') ? callee.children : [];
  return object && spend(code) ? functionOf(code, object) : undefined;
}
