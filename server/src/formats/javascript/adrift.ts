import { type Code, textOf } from '../code/code';
import { childOf, isFunction, type Node } from '../code/tree';
import { argumentOf } from './arguments';
import { helperOf } from './helpers';
import { outcomeOf } from './outcome';
import { memberName } from './properties';

/** True for a call that is known to give a promise, or to start some, for which nobody waits. */
export function isAdrift(code: Code, call: Node): boolean {
  if (!['dropped', 'caught'].includes(outcomeOf(call))) return false;
  const [callee] = call.children;
  if (!callee || CHAIN.test(memberName(callee) ?? '')) return false;
  return startsAsync(call, callee) || isChained(call) || isAsync(helperOf(code, callee));
}

const CHAIN = /^(?:then|catch|finally)$/;

/** `messages.forEach(async (message) => ...)`. */
function startsAsync(call: Node, callee: Node): boolean {
  const given = memberName(callee) === 'forEach' ? argumentOf(call, 0) : undefined;
  return given !== undefined && isFunction(given) && isAsync(given);
}

function isChained(call: Node): boolean {
  const member = call.parent?.type === 'MemberExpression' && call.parent.children[0] === call ? call.parent : undefined;
  return member !== undefined && CHAIN.test(memberName(member) ?? '');
}

export function isAsync(made: Node | undefined): boolean {
  if (!made) return false;
  const type = childOf(made, 'TypeAnnotation');
  return childOf(made, 'async') !== undefined || (type !== undefined && /^:\s*Promise\b/.test(textOf(type)));
}
