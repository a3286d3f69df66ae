import type { Call, Messages, Outcome } from '../../model/call';
import { factsOf, spanOf } from '../code/clientCalls';
import { textOf } from '../code/code';
import type { Program } from '../code/idioms';
import type { CallParts } from '../code/language';
import { loopNodeOf } from '../code/loops';
import { usesOf } from '../code/names';
import { childOf, type Node, nodesOf } from '../code/tree';
import { argumentsOf } from './arguments';
import { keywordOptions } from './options';

const SENDS: ReadonlySet<string> = new Set(['produce', 'send', 'send_and_wait']);

/** The facts of a call that is made on a client. */
export function callOf(program: Program, node: Node, parts: CallParts): Call {
  const messages: Messages = { span: spanOf(node), count: 'one', elements: [] };
  return factsOf(program, node, parts, {
    options: keywordOptions(program, node),
    outcome: isReported(node, parts) ? 'caught' : outcomeOf(program, node),
    ...(SENDS.has(parts.method) && { messages }),
  });
}

/** The function that a delivery report is given to; only its name tells it from what else a call may be given. */
function isReported(node: Node, { method, arguments: given }: CallParts): boolean {
  const list = method === 'produce' ? childOf(node, 'ArgList') : undefined;
  if (!list) return false;
  const { keywords, spread, starred } = argumentsOf(list);
  const named = keywords.some(({ key }) => /^(?:callback|on_delivery)$/.test(textOf(key)));
  return named || starred || spread.length > 0 || given.length > BEFORE_CALLBACK;
}

/** Topic, value, key and partition. */
const BEFORE_CALLBACK = 4;

/** Methods of futures that wait for what is under way. */
const WAITS: ReadonlySet<string> = new Set(['get', 'result']);

/** What becomes of a call's result; waiting for it counts as much where it is kept in a name first. */
function outcomeOf(program: Program, call: Node): Outcome {
  let node = call;
  for (;;) {
    const { parent } = node;
    if (!parent) return 'dropped';
    const outer = parent.type === 'MemberExpression' && parent.children[0] === node ? parent.parent : undefined;
    if (outer?.type === 'CallExpression' && outer.children[0] === parent) {
      if (WAITS.has(textOf(parent.children.at(-1) ?? parent))) return 'awaited';
      node = outer;
    } else if (parent.type === 'AwaitExpression' && node === call && GIVES_FUTURE.test(methodOf(call))) node = parent;
    else if (parent.type === 'AwaitExpression') return 'awaited';
    else if (parent.type === 'ReturnStatement') return 'returned';
    else if (parent.type === 'ExpressionStatement') return 'dropped';
    else if (parent.type === 'ParenthesizedExpression') node = parent;
    else if (parent.type === 'AssignStatement') return isWaitedFor(program, parent, call) ? 'awaited' : 'collected';
    else return 'collected';
  }
}

/** What is awaited of these is that the record is queued; what they give is awaited until it is sent. */
const GIVES_FUTURE = /^(?:send|produce)$/;

function methodOf(call: Node): string {
  return call.source.language.callParts(call)?.method ?? '';
}

/** `future = producer.send(...)` with `future.get()` in the same round of the loop. */
function isWaitedFor(program: Program, statement: Node, call: Node): boolean {
  const [target] = statement.children;
  const binding = target && program.idioms.bindingOf(target);
  if (!binding) return false;
  return usesOf(program, binding).some((use) => {
    const member = use.parent;
    if (use.start < statement.end || loopNodeOf(use) !== loopNodeOf(call)) return false;
    if (member?.type === 'AwaitExpression') return true;
    const isCalled = member?.type === 'MemberExpression' && member.parent?.type === 'CallExpression';
    return isCalled && WAITS.has(textOf(member.children.at(-1) ?? member));
  });
}

/** Every call of a method in the file. */
export function methodCalls(root: Node): readonly { readonly node: Node; readonly parts: CallParts }[] {
  return nodesOf(root, 'CallExpression').flatMap((node) => {
    const parts = node.source.language.callParts(node);
    return parts?.receiver ? [{ node, parts }] : [];
  });
}
