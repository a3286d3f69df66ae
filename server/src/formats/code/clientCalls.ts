import type { Call, Options } from '../../model/call';
import { textOf } from './code';
import type { Program } from './idioms';
import type { CallParts } from './language';
import { loopNodeOf, loopOf } from './loops';
import { repetitionOf } from './repetition';
import type { Node } from './tree';
import { enclosingOf, isGuarded, isUnconditional, statementOf } from './usage';

/** What the language itself has to say about a call. */
export interface CallFacts extends Pick<Call, 'outcome' | 'messages'> {
  readonly options: Options;
}

/** The facts of a call that are found in every language alike. */
export function factsOf(program: Program, node: Node, parts: CallParts, own: CallFacts): Call {
  const loop = loopOf(node);
  const enclosing = enclosingOf(node);
  const [first] = parts.arguments;
  return {
    method: parts.method,
    span: spanOf(node),
    methodSpan: spanOf(parts.name),
    statement: spanOf(statementOf(node)),
    ...own,
    ...(first && { argument: textOf(first) }),
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

export function spanOf({ start, end }: Node): { start: number; end: number } {
  return { start, end };
}
