import type { Call, Outcome, Repetition } from '../../model/call';
import { bindingOf, type Code, textOf } from './code';
import { enclosingFunction, parametersOf } from './functions';
import { memberName } from './properties';
import { childOf, childrenOf, isFunction, type Node, walk } from './tree';

/** What becomes of the promise, judged by what stands around the call. */
export function outcomeOf(call: Node): Outcome {
  let caught = false;
  let node = call;
  for (;;) {
    const { parent } = node;
    if (!parent) return 'dropped';
    const chained = chainedCall(node);
    if (chained) {
      caught ||= chained.method === 'catch';
      node = chained.call;
    } else if (parent.type === 'AwaitExpression') return 'awaited';
    else if (parent.type === 'ReturnStatement') return 'returned';
    else if (parent.type === 'ExpressionStatement') return caught ? 'caught' : 'dropped';
    else if (parent.type === 'ArrowFunction') return isForEach(parent) ? (caught ? 'caught' : 'dropped') : 'returned';
    else if (PASSING.has(parent.type)) node = parent;
    else return 'collected';
  }
}

/** What hands the value of its inside on. */
const PASSING: ReadonlySet<string> = new Set([
  'ParenthesizedExpression',
  'PostfixExpression',
  'BinaryExpression',
  'ConditionalExpression',
  'PrefixCast',
  'UnaryExpression',
]);

function chainedCall(node: Node): { method: string | undefined; call: Node } | undefined {
  const member = node.parent;
  if (member?.type !== 'MemberExpression' || member.children[0] !== node) return undefined;
  const call = member.parent;
  return call?.type === 'CallExpression' ? { method: memberName(member), call } : undefined;
}

function isForEach(callback: Node): boolean {
  return callbackOf(callback)?.method === 'forEach';
}

/** The method that a function is handed to, as in `items.forEach(function)`. */
export function callbackOf(made: Node): { method: string; receiver: Node; call: Node } | undefined {
  const call = made.parent?.type === 'ArgList' ? made.parent.parent : undefined;
  const callee = call?.children[0];
  if (call?.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return undefined;
  const method = memberName(callee);
  const [receiver] = callee.children;
  return receiver && method !== undefined ? { method, receiver, call } : undefined;
}

export function statementOf(node: Node): Node {
  let found = node;
  while (found.parent && !/Statement$|Declaration$/.test(found.type) && !isFunction(found)) found = found.parent;
  return found;
}

export function enclosingOf(node: Node): Call['enclosing'] {
  const made = enclosingFunction(node);
  if (!made) return undefined;
  const name = nameOf(made);
  const parameters = parametersOf(made).length;
  return { span: { start: made.start, end: made.end }, parameters, ...(name !== undefined && { name }) };
}

/** In an async function; at the top only where the file is a module, or shows that it is one by doing so already. */
export function isAwaitable(node: Node): boolean {
  const made = enclosingFunction(node);
  if (made) return childOf(made, 'async') !== undefined;
  let root = node;
  while (root.parent) root = root.parent;
  return root.children.some(
    (top) => top.type === 'ImportDeclaration' || top.type === 'ExportDeclaration' || awaitsAtTop(top),
  );
}

function awaitsAtTop(statement: Node): boolean {
  const first = statement.type === 'ExpressionStatement' ? statement.children[0] : statement.children.at(-2);
  return first?.type === 'AwaitExpression';
}

function nameOf(made: Node): string | undefined {
  const own = childOf(made, 'VariableDefinition', 'PropertyDefinition', 'PrivatePropertyDefinition');
  if (own) return textOf(own);
  const holder = made.parent;
  if (holder?.type !== 'VariableDeclaration' && holder?.type !== 'Property') return undefined;
  const name = holder.children[holder.children.indexOf(made) - 2];
  return name && textOf(name);
}

const DECIDING: ReadonlySet<string> = new Set([
  'IfStatement',
  'ConditionalExpression',
  'SwitchStatement',
  'CatchClause',
  'FinallyClause',
]);

/** True where nothing between a node and its function decides whether it is reached. */
export function isUnconditional(node: Node): boolean {
  for (let at = node.parent; at && !isFunction(at); at = at.parent) {
    if (DECIDING.has(at.type)) return false;
    if (at.type === 'BinaryExpression' && /^(?:&&|\|\||\?\?)$/.test(textOf(at.children[1] ?? at))) return false;
  }
  return true;
}

/** True when a `try` with a handler stands around the node, below `limit`. */
export function isGuarded(node: Node, limit: Node | undefined): boolean {
  for (let at: Node | undefined = node; at?.parent && at !== limit; at = at.parent) {
    const parent: Node = at.parent;
    if (parent.type === 'TryStatement' && parent.children[1] === at && childOf(parent, 'CatchClause')) return true;
  }
  return false;
}

const START_UP =
  /^(?:main|run|start\w*|bootstrap|init\w*|setup\w*|(?:re)?connect\w*|onModule\w*|onApplication\w*|constructor|before\w*|seed\w*|demo|example|test\w*)$/i;
const SERVED = /^(?:get|post|put|patch|delete|all|use|on)$/;
const SERVER = /(?:^|\.)(?:app|router|server|fastify|api|routes?|io|socket|ws|bot)$/i;
const SERVING_DECORATOR =
  /^@(?:Get|Post|Put|Patch|Delete|All|MessagePattern|EventPattern|Cron|Interval|OnEvent|Process)\b/;
const REQUEST_PARAMETERS = /^(?:_?req(?:uest)?|ctx|event)$/;

/** How often the code at a node runs, as far as the file shows. */
export function repetitionOf(code: Code, node: Node): Repetition {
  const made = enclosingFunction(node);
  return made ? repetitionIn(code, made) : 'start-up';
}

const repetitions = new WeakMap<Node, Repetition>();

function repetitionIn(code: Code, made: Node): Repetition {
  const around: Node[] = [];
  for (let at: Node | undefined = made; at && !repetitions.has(at); at = enclosingFunction(at)) around.push(at);
  // From the outside in, since a function runs as often as what is around it.
  for (const inner of around.toReversed()) repetitions.set(inner, judgeRepetition(code, inner));
  return repetitions.get(made) ?? 'unknown';
}

function judgeRepetition(code: Code, made: Node): Repetition {
  if (serves(made)) return 'request';
  const around = enclosingFunction(made);
  const outer = around ? repetitions.get(around) : 'start-up';
  if (around && outer === 'request') return 'request';
  const name = nameOf(made);
  if (name !== undefined && (START_UP.test(name) || isCalledAtTop(code, name))) return 'start-up';
  return name === undefined && outer === 'start-up' ? 'start-up' : 'unknown';
}

function serves(made: Node): boolean {
  const decorators = childrenOf(made, 'Decorator').map((decorator) => textOf(decorator));
  if (decorators.some((text) => SERVING_DECORATOR.test(text))) return true;
  const name = nameOf(made);
  if (name === 'eachMessage' || name === 'eachBatch' || name === 'handler') return true;
  const callback = callbackOf(made);
  if (callback && SERVED.test(callback.method) && SERVER.test(textOf(callback.receiver))) return true;
  if (made.parent?.parent && /^setInterval\(/.test(textOf(made.parent.parent))) return true;
  const [first, second] = parametersOf(made).map((parameter) => textOf(parameter));
  return (
    second !== undefined && /^(?:res(?:ponse)?|reply|next|h)$/.test(second) && REQUEST_PARAMETERS.test(first ?? '')
  );
}

const calledAtTop = new WeakMap<Node, ReadonlySet<string>>();

function isCalledAtTop(code: Code, name: string): boolean {
  const names = calledAtTop.get(code.root) ?? namesCalledAtTop(code);
  calledAtTop.set(code.root, names);
  return names.has(name);
}

/** The functions of the file that it calls itself, outside of any function. */
function namesCalledAtTop(code: Code): ReadonlySet<string> {
  const names = new Set<string>();
  walk(code.root, (node) => {
    if (isFunction(node)) return false;
    const [callee] = node.type === 'CallExpression' ? node.children : [];
    if (callee?.type === 'VariableName' && bindingOf(callee)) names.add(textOf(callee));
    return undefined;
  });
  return names;
}
