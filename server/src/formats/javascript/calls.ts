import type { Call, Messages } from '../../model/call';
import type { ClientLibrary } from '../../model/scope';
import { ask, type Code, textOf } from '../code/code';
import { loopNodeOf, loopOf } from '../code/loops';
import { repetitionOf } from '../code/repetition';
import { bare, type Node } from '../code/tree';
import { enclosingOf, isGuarded, isUnconditional, statementOf } from '../code/usage';
import { argumentOf } from './arguments';
import { canonicalKeys } from './canonical';
import { settledValue } from './evaluate';
import { swallowedBy } from './failures';
import { follow } from './follow';
import { handlersOf, listenerOf } from './handlers';
import { messagesOf } from './messages';
import { optionsOf, type Property, shapeOf, spanOf } from './options';
import { isAwaitable, isKept, outcomeOf } from './outcome';
import { memberName } from './properties';
import { readsOf } from './results';

/** The facts of one call; `new` of a client counts as a call of its class. */
export function callOf(code: Code, node: Node, library: ClientLibrary, method: string): Call {
  const argument = argumentOf(node, 0);
  // librdkafka's wrappers take the settings of topics apart.
  const further = library === 'rdkafka' && CREATING.has(method) ? argumentOf(node, 1) : undefined;
  const isObject = argument !== undefined && ask(code, () => follow(code, argument)).type === 'ObjectExpression';
  const listener =
    method === 'on' && argument && textOf(argument).slice(1, -1) === 'data' ? argumentOf(node, 1) : undefined;
  const loop = loopOf(node);
  const enclosing = enclosingOf(node);
  const properties = isObject ? shapeOf(code, argument).properties : [];
  const messages = arrayIn(code, properties, 'messages');
  const swallowed = swallowedBy(node);
  const chained = chainedOn(node);
  const topics = method === 'createTopics' ? arrayIn(code, properties, 'topics')?.elements : undefined;
  return {
    method,
    span: spanOf(code, node),
    methodSpan: spanOf(code, methodNode(node)),
    statement: spanOf(code, statementOf(node)),
    options: optionsOf(code, node, argument, canonicalKeys(library, method)),
    ...(argument && !isObject && argumentFacts(code, argument)),
    ...(chained.length > 0 && { chained }),
    outcome: outcomeOf(node),
    ...(isKept(node) && { kept: true as const }),
    ...(loop && { loop }),
    awaitable: isAwaitable(node),
    unconditional: isUnconditional(node),
    guarded: isGuarded(node, loopNodeOf(node)),
    ...(swallowed && { swallowed }),
    ...(isTransactional(code, node) && { transactional: true as const }),
    ...(enclosing && { enclosing }),
    repetition: repetitionOf(code, node),
    ...(messages && { messages }),
    ...(topics && { topics }),
    handlers: listener ? listenerOf(code, listener) : handlersOf(code, properties),
    ...(further && { more: [optionsOf(code, node, further, canonicalKeys(library, method))] }),
    reads: readsOf(code, node),
  };
}

function argumentFacts(code: Code, argument: Node): Pick<Call, 'argument' | 'argumentText'> {
  const value = settledValue(code, argument);
  const isText = value.kind === 'literal' && value.form === 'string' && !value.fallback;
  return { argument: textOf(bare(argument)), ...(isText && { argumentText: value.text }) };
}

function isTransactional(code: Code, node: Node): boolean {
  const receiver = methodCall(node)?.receiver;
  const behind = receiver && ask(code, () => follow(code, receiver));
  return behind !== undefined && methodCall(behind)?.method === 'transaction';
}

/** What is called on the result of a call, in the same expression. */
function chainedOn(call: Node): readonly string[] {
  const names: string[] = [];
  for (let at = call; ; ) {
    const member = at.parent?.type === 'MemberExpression' && at.parent.children[0] === at ? at.parent : undefined;
    const next = member?.parent;
    if (!member || next?.type !== 'CallExpression') return names;
    names.push(memberName(member) ?? '');
    at = next;
  }
}

const CREATING: ReadonlySet<string> = new Set(['producer', 'consumer']);

/** An array of objects, such as the `messages` of a send, or of the only topic of a batch. */
function arrayIn(code: Code, properties: readonly Property[], name: string): Messages | undefined {
  const given = properties.findLast(({ path }) => path === name);
  return given && messagesOf(code, given.value);
}

/** The name in `producer.send`, the class in `new Kafka`. */
function methodNode(node: Node): Node {
  const callee = node.type === 'NewExpression' ? node.children[1] : node.children[0];
  if (callee?.type !== 'MemberExpression') return callee ?? node;
  return callee.children.findLast((child) => child.type !== ']') ?? callee;
}

/** Receiver and method of `receiver.method(...)`. */
export function methodCall(node: Node): { receiver: Node; method: string } | undefined {
  const [callee] = node.type === 'CallExpression' ? node.children : [];
  if (callee?.type !== 'MemberExpression') return undefined;
  const [receiver] = callee.children;
  const method = memberName(callee);
  return receiver && method !== undefined ? { receiver, method } : undefined;
}
