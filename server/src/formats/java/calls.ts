import type { Call } from '../../model/call';
import { textOf } from '../code/code';
import type { Program } from '../code/idioms';
import { loopNodeOf, loopOf } from '../code/loops';
import { repetitionOf } from '../code/repetition';
import type { Node } from '../code/tree';
import { enclosingOf, isGuarded, isUnconditional, statementOf } from '../code/usage';
import { outcomeOf } from './outcome';
import { argumentsOf } from './values';

/**
 * The facts of one call; the `new` of a client counts as a call of its class. `hasCallback` is true where errors are
 * given to an argument.
 */
export function callOf(program: Program, node: Node, method: string, name: Node, hasCallback = false): Call {
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
    outcome: hasCallback ? 'caught' : outcomeOf(program, node),
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

function spanOf({ start, end }: Node): { start: number; end: number } {
  return { start, end };
}
