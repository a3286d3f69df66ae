import type { Outcome } from '../../model/call';
import { callbackOf } from '../code/callbacks';
import { enclosingFunction } from '../code/functions';
import { childOf, type Node } from '../code/tree';
import { memberName } from './properties';

/** What becomes of the promise, judged by what stands around the call. */
export function outcomeOf(call: Node): Outcome {
  let caught = false;
  let node = call;
  for (;;) {
    const { parent } = node;
    if (!parent) return 'dropped';
    const chained = chainedCall(node);
    if (chained) {
      caught ||= chained.method === 'catch';
      node = chained.call;
    } else if (parent.type === 'AwaitExpression') return 'awaited';
    else if (parent.type === 'ReturnStatement') return 'returned';
    else if (parent.type === 'ExpressionStatement') return caught ? 'caught' : 'dropped';
    else if (parent.type === 'ArrowFunction') return isForEach(parent) ? (caught ? 'caught' : 'dropped') : 'returned';
    else if (PASSING.has(parent.type)) node = parent;
    else return 'collected';
  }
}

/** True where what `await` gives goes on: into a variable, to the caller, or into another call. */
export function isKept(call: Node): boolean {
  let node = call;
  while (node.parent && (node.parent.type === 'AwaitExpression' || PASSING.has(node.parent.type))) node = node.parent;
  return node !== call && node.parent?.type !== 'ExpressionStatement';
}

/** What hands the value of its inside on. */
const PASSING: ReadonlySet<string> = new Set([
  'ParenthesizedExpression',
  'PostfixExpression',
  'BinaryExpression',
  'ConditionalExpression',
  'PrefixCast',
  'UnaryExpression',
]);

function chainedCall(node: Node): { method: string | undefined; call: Node } | undefined {
  const member = node.parent;
  if (member?.type !== 'MemberExpression' || member.children[0] !== node) return undefined;
  const call = member.parent;
  return call?.type === 'CallExpression' ? { method: memberName(member), call } : undefined;
}

function isForEach(callback: Node): boolean {
  return callbackOf(callback)?.method === 'forEach';
}

/** In an async function; at the top only where the file is a module, or shows that it is one by doing so already. */
export function isAwaitable(node: Node): boolean {
  const made = enclosingFunction(node);
  if (made) return childOf(made, 'async') !== undefined;
  let root = node;
  while (root.parent) root = root.parent;
  return root.children.some(
    (top) => top.type === 'ImportDeclaration' || top.type === 'ExportDeclaration' || awaitsAtTop(top),
  );
}

function awaitsAtTop(statement: Node): boolean {
  const first = statement.type === 'ExpressionStatement' ? statement.children[0] : statement.children.at(-2);
  return first?.type === 'AwaitExpression';
}
