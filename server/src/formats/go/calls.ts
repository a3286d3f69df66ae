import type { Call, Messages, Outcome } from '../../model/call';
import { factsOf, spanOf } from '../code/clientCalls';
import { textOf } from '../code/code';
import type { Program } from '../code/idioms';
import type { CallParts } from '../code/language';
import { loopNodeOf } from '../code/loops';
import { type Node, nodesOf, rootOf } from '../code/tree';

/** How many of the first arguments are no record, for the methods that send. */
const SENDS: ReadonlyMap<string, number> = new Map([
  ['Produce', 0],
  ['TryProduce', 1],
  ['ProduceSync', 1],
  ['WriteMessages', 1],
  ['SendMessage', 0],
]);

/** The facts of a call that is made on a client. */
export function callOf(program: Program, node: Node, parts: CallParts): Call {
  const messages = messagesOf(node, parts);
  return factsOf(program, node, parts, {
    options: { span: spanOf(node), entries: [], completeness: 'complete' },
    outcome: outcomeOf(node, parts),
    ...(messages && { messages }),
  });
}

function messagesOf(node: Node, { method, arguments: given }: CallParts): Messages | undefined {
  const others = SENDS.get(method);
  if (others === undefined) return undefined;
  const isSpread = /\.\.\.\s*\)$/.test(textOf(node));
  const isOne =
    !isSpread && (method !== 'WriteMessages' && method !== 'ProduceSync' ? true : given.length === others + 1);
  return { span: spanOf(node), count: isOne ? 'one' : 'unknown', elements: [] };
}

/** What is sent later is reported to the last argument: a channel, or a function. */
const REPORTED = /^(?:Try)?Produce$/;

function outcomeOf(node: Node, parts: CallParts): Outcome {
  const [, , promise] = parts.arguments;
  const report = REPORTED.test(parts.method) ? (promise ?? parts.arguments[1]) : undefined;
  if (report?.type === 'Nil') return 'dropped';
  if (parts.method === 'Produce' && receivesFrom(node, parts.arguments[1])) return 'awaited';
  let at = node;
  while (
    at.parent &&
    /^(?:SelectorExpr|CallExpr|ParenthesizedExp)$/.test(at.parent.type) &&
    at.parent.children[0] === at
  )
    at = at.parent;
  const { parent } = at;
  if (!parent || parent.type === 'ExprStatement') return 'dropped';
  if (parent.type === 'ReturnStatement') return 'returned';
  const names = parent.children.filter(({ type }) => type === 'DefName' || type === 'VariableName');
  return names.length > 0 && names.every((name) => textOf(name) === '_') ? 'dropped' : 'collected';
}

/** The report of a delivery is received in the same round of the loop. */
function receivesFrom(call: Node, channel: Node | undefined): boolean {
  if (!channel || channel.type === 'Nil') return false;
  const name = textOf(channel);
  return nodesOf(rootOf(call), 'UnaryExp').some((node) => {
    const isReceive =
      node.children[0]?.type === '<-' && node.children[1] !== undefined && textOf(node.children[1]) === name;
    return isReceive && node.start > call.start && loopNodeOf(node) === loopNodeOf(call);
  });
}

/** Every call of a method in the file. */
export function methodCalls(
  root: Node,
): readonly { readonly node: Node; readonly parts: CallParts; readonly receiver: Node }[] {
  return nodesOf(root, 'CallExpr').flatMap((node) => {
    const parts = node.source.language.callParts(node);
    return parts?.receiver ? [{ node, parts, receiver: parts.receiver }] : [];
  });
}
