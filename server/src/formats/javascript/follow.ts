import { bindingOf, type Code, fieldOf, textOf } from './code';
import { unquote } from './literals';
import { ancestor, bare, childOf, isFunction, type Node, partsOf, walk } from './tree';

/** How many names are followed one behind another; real code needs three or four. */
const MAX_STEPS = 12;

/**
 * The expression that stands behind names: through constants, members of known objects and classes, casts, and
 * functions of the file that only return. What is assigned more than once, or comes from elsewhere, stays as it is.
 */
export function follow(code: Code, node: Node, steps = 0): Node {
  const expression = bare(node);
  if (steps > MAX_STEPS) return expression;
  const next = step(code, expression, steps);
  return next ? follow(code, next, steps + 1) : expression;
}

function step(code: Code, node: Node, steps: number): Node | undefined {
  switch (node.type) {
    case 'VariableName':
    // The name of a shorthand property stands for its value.
    case 'PropertyDefinition':
      return valueOfName(code, node, steps);
    case 'MemberExpression':
      return valueOfMember(code, node, steps);
    case 'CallExpression':
      return returnedBy(code, node);
    default:
      return undefined;
  }
}

function valueOfName(code: Code, name: Node, steps: number): Node | undefined {
  const binding = bindingOf(code, name);
  if (binding?.kind !== 'variable') return undefined;
  const only = single(binding.init, binding.assigned);
  if (!only || binding.path.length === 0) return only;
  return binding.init ? pick(code, binding.init, binding.path, steps) : undefined;
}

/** The one value that is ever given; a start with `null` or `undefined` does not count. */
function single(init: Node | undefined, assigned: readonly Node[]): Node | undefined {
  const given = init && !isNothing(init) ? [init, ...assigned] : assigned;
  return given.length === 1 ? given[0] : undefined;
}

function isNothing(node: Node): boolean {
  return node.type === 'null' || node.type === 'undefined';
}

function valueOfMember(code: Code, node: Node, steps: number): Node | undefined {
  const [object] = node.children;
  const name = memberName(code, node);
  if (!object || name === undefined) return undefined;
  if (object.type === 'this') {
    const field = fieldOf(code, node, name);
    return field ? single(field.init, field.assigned) : undefined;
  }
  return pick(code, object, [name], steps + 1);
}

/** The value at a way of property names into an object literal. */
function pick(code: Code, from: Node, path: readonly string[], steps: number): Node | undefined {
  let found: Node | undefined = from;
  for (const name of path) {
    const object: Node = follow(code, found, steps + 1);
    found = object.type === 'ObjectExpression' ? propertyValue(code, object, name) : undefined;
    if (!found) return undefined;
  }
  return found;
}

function propertyValue(code: Code, object: Node, name: string): Node | undefined {
  const property = object.children.findLast((child) => child.type === 'Property' && keyOf(code, child) === name);
  return property && valueOfProperty(property);
}

/** The key of an object's property; undefined for spreads and computed keys. */
export function keyOf(code: Code, property: Node): string | undefined {
  const key = keyNodeOf(property);
  if (!key) return undefined;
  const text = textOf(code, key);
  return key.type === 'String' ? unquote(text) : text;
}

export function keyNodeOf(property: Node): Node | undefined {
  if (property.children[0]?.type === '[' || property.children[0]?.type === 'Spread') return undefined;
  return childOf(property, 'PropertyDefinition', 'String', 'Number');
}

/** The property's value; the property itself for a method, its name for a shorthand. */
export function valueOfProperty(property: Node): Node {
  if (isFunction(property)) return property;
  const colon = property.children.findIndex((child) => child.type === ':');
  const value = colon < 0 ? property.children.at(-1) : property.children[colon + 1];
  return value ?? property;
}

const NAMES: ReadonlySet<string> = new Set(['PropertyName', 'PrivatePropertyName', 'TypeName']);

/** `b` of `a.b`, `a?.b` and `a['b']`. */
export function memberName(code: Code, member: Node): string | undefined {
  const last = member.children.findLast((child) => child.type !== ']');
  if (last && NAMES.has(last.type)) return textOf(code, last);
  return last?.type === 'String' ? unquote(textOf(code, last)) : undefined;
}

/** What a call of a function of the file gives, where the function has one way to return. */
function returnedBy(code: Code, call: Node): Node | undefined {
  const [callee] = call.children;
  if (!callee) return undefined;
  const found = functionOf(code, callee);
  return found && soleReturn(found);
}

/** The function of the file that a name, a member or the expression itself stands for. */
export function functionOf(code: Code, node: Node): Node | undefined {
  const expression = bare(node);
  if (isFunction(expression)) return expression;
  if (expression.type === 'VariableName') {
    const binding = bindingOf(code, expression);
    if (binding?.kind === 'function') return binding.init;
  }
  const behind = follow(code, expression, MAX_STEPS - 3);
  return isFunction(behind) ? behind : undefined;
}

function soleReturn(made: Node): Node | undefined {
  const body = made.children.at(-1);
  if (!body) return undefined;
  if (body.type !== 'Block') return made.type === 'ArrowFunction' ? body : undefined;
  const returns: Node[] = [];
  walk(body, (node) => {
    if (node !== body && isFunction(node)) return false;
    if (node.type === 'ReturnStatement') returns.push(node);
    return undefined;
  });
  const [only] = returns;
  return returns.length === 1 && only ? partsOf(only).find((part) => part.type !== 'return') : undefined;
}

/** The function that a node stands in. */
export function enclosingFunction(node: Node): Node | undefined {
  return ancestor(node, isFunction);
}
