import type { Handler, HandlerCall, Loop } from '../../model/call';
import { ask, type Code, isHere, textOf } from '../code/code';
import { parametersOf } from '../code/functions';
import { loopOf } from '../code/loops';
import { childOf, isFunction, type Node, walk } from '../code/tree';
import { isGuarded } from '../code/usage';
import { functionOf } from './follow';
import type { Property } from './options';
import { outcomeOf } from './outcome';
import { keyOf, memberName } from './properties';

/** The handlers among the options of `run()`, where their functions stand in the same file. */
export function handlersOf(code: Code, properties: readonly Property[]): Handler[] {
  return properties.flatMap(({ path, value }) => {
    const made = path === 'eachMessage' || path === 'eachBatch' ? ask(code, () => functionOf(code, value)) : undefined;
    return made && isHere(code, made) ? [handlerOf(path as Handler['kind'], made)] : [];
  });
}

function handlerOf(kind: Handler['kind'], made: Node): Handler {
  const body = made.children.at(-1) ?? made;
  const [parameter] = parametersOf(made);
  const calls = callsIn(body);
  const loop = kind === 'eachBatch' ? batchLoop(body, made) : undefined;
  return {
    kind,
    span: { start: made.start, end: made.end },
    body: { start: body.start, end: body.end },
    ...(parameter && { parameter: { start: parameter.start, end: parameter.end } }),
    calls: calls.flatMap((call) => handlerCall(kind, call, loop, body) ?? []),
    ...(loop && { loop }),
  };
}

const HANDLER = /^each(?:Message|Batch)$/;

function callsIn(body: Node): Node[] {
  const calls: Node[] = [];
  walk(body, (node) => {
    if (node.type === 'CallExpression') calls.push(node);
    // The handler of another consumer has facts of its own.
    return !(node.type === 'Property' && HANDLER.test(keyOf(node) ?? ''));
  });
  return calls;
}

function handlerCall(kind: Handler['kind'], call: Node, loop: Loop | undefined, body: Node): HandlerCall | undefined {
  const [callee] = call.children;
  const name = callee?.type === 'MemberExpression' ? memberName(callee) : callee && textOf(callee);
  if (name === undefined) return undefined;
  const [object] = callee?.type === 'MemberExpression' ? callee.children : [];
  const inLoop = loop !== undefined && call.start >= loop.body.start && call.end <= loop.body.end;
  return {
    name,
    span: { start: call.start, end: call.end },
    awaited: outcomeOf(call) === 'awaited',
    perMessage: kind === 'eachMessage' || inLoop,
    conditional: isConditional(call, body),
    guarded: isGuarded(call, body),
    ...(object && { object: textOf(object) }),
  };
}

/** Behind an `if` whose test decides; a call in the test itself always runs. */
function isConditional(node: Node, limit: Node): boolean {
  for (let at = node; at.parent && at !== limit; at = at.parent) {
    const { type, children } = at.parent;
    if (type === 'IfStatement' && at !== childOf(at.parent, 'ParenthesizedExpression')) return true;
    if (type === 'ConditionalExpression' && children[0] !== at) return true;
  }
  return false;
}

/** The loop over `batch.messages`. */
function batchLoop(body: Node, made: Node): Loop | undefined {
  let found: Loop | undefined;
  walk(body, (node) => {
    if (found) return false;
    const isBody = /Statement$/.test(node.parent?.type ?? '') || (isFunction(node) && node !== made);
    const inner = isFunction(node) ? node.children.at(-1) : node;
    const loop = isBody && inner ? loopOf(inner) : undefined;
    const over = loop?.collection && body.source.text.slice(loop.collection.start, loop.collection.end);
    if (loop && over !== undefined && /(?:^|\.)messages\b/.test(over) && loop.span.start >= body.start) found = loop;
    return undefined;
  });
  return found;
}
