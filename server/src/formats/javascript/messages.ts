import type { MessageElement, Messages } from '../../model/call';
import { ask, type Binding, bindingOf, type Code, isHere, textOf } from '../code/code';
import { loopOf } from '../code/loops';
import { bare, childOf, type Node, nodesOf, partsOf } from '../code/tree';
import { argumentOf } from './arguments';
import { follow, functionOf } from './follow';
import { entriesOf, shapeOf, spanOf } from './options';
import { memberName } from './properties';

/** What is sent: an array literal, what `map` makes of a collection, or an array that is filled before. */
export function messagesOf(code: Code, value: Node): Messages {
  return ask(code, () => read(code, value));
}

function read(code: Code, value: Node): Messages {
  const span = spanOf(code, value);
  const made = follow(code, value);
  if (made.type === 'ArrayExpression') {
    const parts = partsOf(made);
    if (parts.length > 0 && isHere(code, made))
      return { span, count: countOf(parts), elements: parts.map((part) => elementOf(code, part)) };
    return { span, ...pushed(code, value) };
  }
  const mapped = made.type === 'CallExpression' ? mappedElement(code, made) : undefined;
  return mapped
    ? { span, count: 'many', elements: [elementOf(code, mapped)] }
    : { span, count: 'unknown', elements: [] };
}

function countOf(parts: readonly Node[]): Messages['count'] {
  if (parts.some((part) => part.type === 'Spread')) return 'unknown';
  return parts.length === 1 ? 'one' : 'many';
}

type Pushed = Pick<Messages, 'count' | 'elements'>;

/** More of them tell nothing new. */
const MOST_PUSHED = 50;
const pushes = new WeakMap<Node, ReadonlyMap<Binding, readonly Node[]>>();

/** `const messages = []; for (...) messages.push({...})`. */
function pushed(code: Code, value: Node): Pushed {
  const name = bare(value);
  const isName = name.type === 'VariableName' || name.type === 'PropertyDefinition';
  const binding = isName ? bindingOf(name) : undefined;
  const calls = (binding && pushesIn(code.root).get(binding)) ?? [];
  const added = calls.slice(0, MOST_PUSHED).flatMap((call) => argumentOf(call, 0) ?? []);
  const isRepeated = calls.some((call) => loopOf(call) !== undefined);
  return {
    count: isRepeated || added.length > 1 ? 'many' : 'unknown',
    elements: added.map((one) => elementOf(code, one)),
  };
}

/** The calls of `push` in a file by the variable that they fill. */
function pushesIn(root: Node): ReadonlyMap<Binding, readonly Node[]> {
  const known = pushes.get(root);
  if (known) return known;
  const found = new Map<Binding, Node[]>();
  for (const call of nodesOf(root, 'CallExpression')) {
    const [callee] = call.children;
    const [receiver] = callee?.type === 'MemberExpression' ? callee.children : [];
    const isPush = callee && receiver?.type === 'VariableName' && memberName(callee) === 'push';
    const binding = isPush ? bindingOf(receiver) : undefined;
    if (binding) found.set(binding, [...(found.get(binding) ?? []).slice(0, MOST_PUSHED), call]);
  }
  pushes.set(root, found);
  return found;
}

function mappedElement(code: Code, call: Node): Node | undefined {
  const [callee] = call.children;
  if (callee?.type !== 'MemberExpression' || memberName(callee) !== 'map') return undefined;
  const given = argumentOf(call, 0);
  const made = given && functionOf(code, given);
  const body = made?.children.at(-1);
  if (body?.type !== 'Block') return body;
  const last = partsOf(body).findLast((part) => part.type === 'ReturnStatement');
  return last && partsOf(last).find((part) => part.type !== 'return');
}

function elementOf(code: Code, node: Node): MessageElement {
  const span = spanOf(code, node);
  const made = ask(code, () => follow(code, node));
  if (made.type === 'ObjectExpression') {
    const shape = shapeOf(code, made);
    return { span, form: 'object', entries: entriesOf(code, shape, (path) => path), complete: shape.complete };
  }
  return { span, form: formOf(made), entries: [], complete: false };
}

function formOf(node: Node): MessageElement['form'] {
  switch (node.type) {
    case 'String':
    case 'TemplateString':
      return 'string';
    case 'Number':
      return 'number';
    case 'Spread':
      return 'spread';
    case 'VariableName':
      return 'name';
    case 'CallExpression':
      return /^(?:JSON\.stringify|String)$/.test(textOf(childOf(node, 'MemberExpression', 'VariableName') ?? node))
        ? 'string'
        : 'other';
    default:
      return 'other';
  }
}
