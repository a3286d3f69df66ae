import type { Outcome } from '../../model/call';
import type { Program } from '../code/idioms';
import { loopNodeOf } from '../code/loops';
import { usesOf } from '../code/names';
import { childOf, type Node } from '../code/tree';
import { bindingOfDefinition } from './sharing';

const WAITING = /^(?:get|join|getUnchecked|getDone|block|resultNow)$/;

/** What becomes of the future that a call returns, judged by what stands around it. */
export function outcomeOf(program: Program, call: Node): Outcome {
  const chained = chainedCall(call);
  if (chained) return WAITING.test(chained) ? 'awaited' : 'collected';
  const { parent } = call;
  switch (parent?.type) {
    case 'ExpressionStatement':
      return 'dropped';
    case 'LambdaExpression':
      return 'dropped';
    case 'ReturnStatement':
      return 'returned';
    case 'VariableDeclarator':
      return isAwaited(program, parent) ? 'awaited' : 'collected';
    default:
      return 'collected';
  }
}

/** The method that is called on what a call gives: `get` of `send(record).get()`. */
function chainedCall(call: Node): string | undefined {
  const { parent } = call;
  const parts = parent?.source.language.callParts(parent);
  return parts?.receiver === call ? parts.method : undefined;
}

/** Kept in a variable that the same round of the same loop waits for. */
function isAwaited(program: Program, declarator: Node): boolean {
  const name = childOf(declarator, 'Definition');
  const binding = name && bindingOfDefinition(name);
  if (!binding) return false;
  const loop = loopNodeOf(declarator);
  return usesOf(program, binding).some((use) => {
    const method = chainedCall(use);
    return method !== undefined && WAITING.test(method) && loopNodeOf(use) === loop;
  });
}
