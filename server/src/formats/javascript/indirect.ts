import type { Call } from '../../model/call';
import { NOWHERE } from '../../model/span';
import { ask, type Code } from '../code/code';
import { enclosingFunction } from '../code/functions';
import { loopOf } from '../code/loops';
import type { Node } from '../code/tree';
import { isGuarded } from '../code/usage';
import { callOf, methodCall } from './calls';
import { helperName, helperOf, ownCallsIn } from './helpers';
import { type Instance, instanceOf } from './instances';
import { outcomeOf } from './outcome';

/** A `send` in a function, as whoever calls the function sees it. */
interface Sent {
  readonly instance: Instance;
  readonly call: Node;
}

/** Helpers call helpers, but hardly ever more of them. */
const MAX_DEPTH = 3;

const known = new WeakMap<Code['fileOf'], Map<Node, readonly Sent[]>>();

/** The clients that a call of a function sends with, each with the call as if it were made on the client. */
export function indirectCalls(code: Code, node: Node): readonly { readonly instance: Instance; readonly call: Call }[] {
  const [callee] = node.children;
  const made = callee && helperOf(code, callee);
  const sent = made ? sendsIn(code, made, 0) : [];
  if (!callee || !made) return [];
  return sent.flatMap(({ instance, call }) => {
    const messages = callOf(code, call, instance.library, 'send').messages;
    if (messages?.count !== 'one' || loopOf(call)) return [];
    const outer = callOf(code, node, instance.library, 'send');
    const options = { span: outer.span, entries: [], completeness: 'fragment' } as const;
    const through = {
      name: helperName(callee),
      guarded: isGuarded(call, enclosingFunction(call)),
      outcome: outcomeOf(call),
    };
    const one = { span: NOWHERE, count: 'one', elements: [] } as const;
    return [{ instance, call: { ...outer, options, messages: one, handlers: [], through } }];
  });
}

function sendsIn(code: Code, made: Node, depth: number): readonly Sent[] {
  const ofFunctions = known.get(code.fileOf) ?? new Map<Node, readonly Sent[]>();
  known.set(code.fileOf, ofFunctions);
  const before = ofFunctions.get(made);
  if (before || depth > MAX_DEPTH) return before ?? [];
  // A function that calls itself sends nothing more by that.
  ofFunctions.set(made, []);
  const sent = ownCallsIn(made).flatMap((call): readonly Sent[] => {
    const called = methodCall(call);
    const instance = called?.method === 'send' ? ask(code, () => instanceOf(code, called.receiver)) : undefined;
    if (instance) return instance.kind === 'producer' ? [{ instance, call }] : [];
    const [callee] = call.children;
    const helper = callee && isWaitedFor(call) ? helperOf(code, callee) : undefined;
    return helper ? sendsIn(code, helper, depth + 1) : [];
  });
  ofFunctions.set(made, sent);
  return sent;
}

function isWaitedFor(call: Node): boolean {
  return ['awaited', 'returned'].includes(outcomeOf(call));
}
