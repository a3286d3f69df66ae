import type { Call } from '../../model/call';
import { textOf } from '../code/code';
import type { Program } from '../code/idioms';
import { loopNodeOf, loopOf } from '../code/loops';
import { repetitionOf } from '../code/repetition';
import type { Node } from '../code/tree';
import { enclosingOf, isGuarded, isUnconditional, statementOf } from '../code/usage';
import { outcomeOf } from './outcome';
import { argumentsOf } from './values';

/** The facts of one call; the `new` of a client counts as a call of its class. */
export function callOf(program: Program, node: Node, method: string, name: Node): Call {
  const loop = loopOf(node);
  const enclosing = enclosingOf(node);
  const given = argumentsOf(node);
  const span = { start: node.start, end: node.end };
  const [first] = given;
  return {
    method,
    span,
    methodSpan: { start: name.start, end: name.end },
    statement: spanOf(statementOf(node)),
    options: { span, entries: [], completeness: 'fragment' },
    ...(first && { argument: textOf(first) }),
    outcome: callbackIn(method, given) ? 'caught' : outcomeOf(program, node),
    ...(loop && { loop }),
    awaitable: false,
    unconditional: isUnconditional(node),
    guarded: isGuarded(node, loopNodeOf(node)),
    ...(enclosing && { enclosing }),
    repetition: repetitionOf(program, node),
    handlers: [],
    reads: [],
  };
}

/** `send(record, callback)`. */
function callbackIn(method: string, given: readonly Node[]): boolean {
  const last = given.length > 1 ? given.at(-1) : undefined;
  if (method !== 'send' || !last) return false;
  if (last.type === 'Identifier') return /callback|handler|listener/i.test(textOf(last));
  return /^(?:Lambda|MethodReference)/.test(last.type) || /^new\s+\w*Callback\b/.test(textOf(last));
}

function spanOf({ start, end }: Node): { start: number; end: number } {
  return { start, end };
}
