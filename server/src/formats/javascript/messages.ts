import type { MessageElement, Messages } from '../../model/call';
import { bindingOf, type Code, textOf } from './code';
import { follow, functionOf, memberName } from './follow';
import { loopOf } from './loops';
import { entriesOf, shapeOf } from './options';
import { bare, childOf, type Node, nodesOf, partsOf } from './tree';
import { argumentOf } from './usage';

/** What is sent: an array literal, what `map` makes of a collection, or an array that is filled before. */
export function messagesOf(code: Code, value: Node): Messages {
  const span = { start: value.start, end: value.end };
  const made = follow(code, value);
  if (made.type === 'ArrayExpression') {
    const parts = partsOf(made);
    if (parts.length > 0) return { span, count: countOf(parts), elements: parts.map((part) => elementOf(code, part)) };
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

/** `const messages = []; for (...) messages.push({...})`. */
function pushed(code: Code, value: Node): Pick<Messages, 'count' | 'elements'> {
  const name = bare(value);
  const binding =
    name.type === 'VariableName' || name.type === 'PropertyDefinition' ? bindingOf(code, name) : undefined;
  if (!binding) return { count: 'unknown', elements: [] };
  const elements: MessageElement[] = [];
  let isRepeated = false;
  for (const node of nodesOf(code.root, 'CallExpression')) {
    const [callee] = node.children;
    const [receiver] = callee?.type === 'MemberExpression' ? callee.children : [];
    if (!callee || receiver?.type !== 'VariableName' || memberName(code, callee) !== 'push') continue;
    const added = bindingOf(code, receiver) === binding ? argumentOf(node, 0) : undefined;
    if (!added) continue;
    elements.push(elementOf(code, added));
    isRepeated ||= loopOf(code, node) !== undefined;
  }
  return { count: isRepeated || elements.length > 1 ? 'many' : 'unknown', elements };
}

function mappedElement(code: Code, call: Node): Node | undefined {
  const [callee] = call.children;
  if (callee?.type !== 'MemberExpression' || memberName(code, callee) !== 'map') return undefined;
  const given = argumentOf(call, 0);
  const made = given && functionOf(code, given);
  const body = made?.children.at(-1);
  if (body?.type !== 'Block') return body;
  const last = partsOf(body).findLast((part) => part.type === 'ReturnStatement');
  return last && partsOf(last).find((part) => part.type !== 'return');
}

function elementOf(code: Code, node: Node): MessageElement {
  const span = { start: node.start, end: node.end };
  const made = follow(code, node);
  if (made.type === 'ObjectExpression') {
    const shape = shapeOf(code, made);
    return { span, form: 'object', entries: entriesOf(code, shape, (path) => path), complete: shape.complete };
  }
  return { span, form: formOf(code, made), entries: [], complete: false };
}

function formOf(code: Code, node: Node): MessageElement['form'] {
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
      return /^(?:JSON\.stringify|String)$/.test(
        textOf(code, childOf(node, 'MemberExpression', 'VariableName') ?? node),
      )
        ? 'string'
        : 'other';
    default:
      return 'other';
  }
}
