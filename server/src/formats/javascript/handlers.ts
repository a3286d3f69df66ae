import type { Handler, HandlerCall, Loop } from '../../model/call';
import { ask, bindingOf, type Code, isHere, textOf } from '../code/code';
import { parametersOf } from '../code/functions';
import { loopOf } from '../code/loops';
import { childOf, isFunction, type Node, walk } from '../code/tree';
import { isGuarded } from '../code/usage';
import { isAdrift, isAsync } from './adrift';
import { swallowedBy } from './failures';
import { functionOf } from './follow';
import { helperOf, ownCallsIn } from './helpers';
import { type Property, spanOf } from './options';
import { outcomeOf } from './outcome';
import { keyOf, memberName } from './properties';

/** The handlers among the options of `run()`. */
export function handlersOf(code: Code, properties: readonly Property[]): Handler[] {
  return properties.flatMap((property) => {
    const { path, value } = property;
    const made = path === 'eachMessage' || path === 'eachBatch' ? ask(code, () => functionOf(code, value)) : undefined;
    return made ? [handlerOf(code, property, made)] : [];
  });
}

/** The function behind `on('data', ...)`. */
export function listenerOf(code: Code, given: Node): Handler[] {
  const made = ask(code, () => functionOf(code, given));
  return made ? [handlerOf(code, { path: 'data', anchor: given, whole: given }, made)] : [];
}

/** What a function does that is given as a handler. */
export function handlerOf(
  code: Code,
  { path, anchor, whole }: Pick<Property, 'path' | 'anchor' | 'whole'>,
  made: Node,
): Handler {
  const kind = path as Handler['kind'];
  const body = made.children.at(-1) ?? made;
  const [parameter] = parametersOf(made);
  const loop = kind === 'eachBatch' ? batchLoop(body, made) : undefined;
  const own = callsIn(body).flatMap((call) => {
    const found = handlerCall(kind, call, loop, body);
    return found ? [isAdrift(code, call) ? { ...found, adrift: true as const } : found] : [];
  });
  const calls = [...own, ...callsIn(body).flatMap((call) => callsThrough(code, kind, call, loop, body))];
  const given = spanOf(code, isHere(code, whole) ? whole : anchor);
  const isOwn = isHere(code, made);
  return {
    kind,
    span: spanOf(code, made),
    body: spanOf(code, body),
    bodyText: textOf(body),
    ...(parameter && { parameter: spanOf(code, parameter), parameterText: textOf(parameter) }),
    calls: isOwn ? calls : calls.map((call) => ({ ...call, span: given, nameSpan: given })),
    ...(loop && isOwn && { loop }),
  };
}

const HANDLER = /^each(?:Message|Batch)$/;

/** The calls in a handler, those of functions in it included. */
export function callsIn(body: Node): Node[] {
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
  const swallowed = swallowedBy(call, body);
  const inLoop = loop !== undefined && call.start >= loop.body.start && call.end <= loop.body.end;
  return {
    name,
    span: { start: call.start, end: call.end },
    nameSpan: lastPart(callee ?? call),
    awaited: outcomeOf(call) === 'awaited',
    perMessage: kind !== 'eachBatch' || inLoop,
    conditional: isConditional(call, body),
    guarded: isGuarded(call, body),
    ...(swallowed && { swallowed }),
    ...(object && { object: textOf(object) }),
  };
}

function lastPart(callee: Node): HandlerCall['span'] {
  const { start, end } = callee.children.findLast(({ type }) => type !== ']') ?? callee;
  return { start, end };
}

/** What matters of the functions that a handler hands its records to. */
const TELLING = /^parse$|commit|^sendOffsets$/i;

function tells({ name, awaited, swallowed, adrift }: HandlerCall): boolean {
  return TELLING.test(name) || adrift === true || (awaited && swallowed !== undefined);
}

/** The telling calls of a function of the project, as if the handler made them itself where it calls the function. */
function callsThrough(
  code: Code,
  kind: Handler['kind'],
  call: Node,
  loop: Loop | undefined,
  body: Node,
): readonly HandlerCall[] {
  const [callee] = call.children;
  // What a function of the project is given to call, is judged where it is given (wrapped.ts).
  const made = callee && !isGiven(callee) ? helperOf(code, callee) : undefined;
  const outer = made && handlerCall(kind, call, loop, body);
  if (!outer || HANDLER.test(outer.name)) return [];
  return ownCallsIn(made).flatMap((inner) => {
    const seen = handlerCall(kind, inner, undefined, made);
    const found = seen && isAdrift(code, inner) ? { ...seen, adrift: true as const } : seen;
    if (!found || !tells(found)) return [];
    const { name, object } = found;
    const guarded = outer.guarded || found.guarded || takesFailure(call, made);
    const conditional = outer.conditional || found.conditional;
    const awaited = outer.awaited && found.awaited;
    const { swallowed, ...around } = outer;
    const failure = awaited ? (found.swallowed ?? swallowed) : undefined;
    return [
      {
        ...around,
        ...{ name, guarded, conditional, awaited, through: outer.name },
        ...(object !== undefined && { object }),
        ...(found.adrift && { adrift: true as const }),
        ...(failure && { swallowed: failure }),
      },
    ];
  });
}

/** A parameter, or a member of one. */
function isGiven(callee: Node): boolean {
  const [object] = callee.type === 'MemberExpression' ? callee.children : [callee];
  return object?.type === 'VariableName' && bindingOf(object)?.kind === 'parameter';
}

/** What the function throws does not reach the handler: nobody waits for its promise, or somebody takes its failure. */
export function takesFailure(call: Node, made: Node): boolean {
  if (!isAsync(made)) return false;
  const isWaitedFor = ['awaited', 'returned'].includes(outcomeOf(call));
  return !isWaitedFor || /^\s*\.\s*catch\b/.test(call.source.text.slice(call.end, call.end + 40));
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
