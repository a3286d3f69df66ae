import type { Loop } from '../../model/call';
import { tableOf } from '../../model/tableOf';
import { type Code, textOf } from './code';
import { childOf, isFunction, type Node, partsOf } from './tree';
import { callbackOf, parametersOf } from './usage';

/** The innermost loop that repeats the node within its function, or the callback for each element that it stands in. */
export function loopOf(code: Code, node: Node): Loop | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (isFunction(at)) return callbackLoop(code, at);
    const { parent } = at;
    const loop = parent && STATEMENTS[parent.type] && loopStatement(code, parent, at);
    if (loop) return loop;
  }
  return undefined;
}

/** The node of a loop, as a bound for other searches. */
export function loopNodeOf(code: Code, node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (isFunction(at)) return callbackLoop(code, at) && callbackOf(code, at)?.call;
    const { parent } = at;
    if (parent && STATEMENTS[parent.type] && loopStatement(code, parent, at)) return parent;
  }
  return undefined;
}

const STATEMENTS: Readonly<Record<string, Loop['kind']>> = tableOf({
  ForStatement: 'for',
  WhileStatement: 'while',
  DoStatement: 'while',
});

/** `inside` is the part of the statement that the search came from: only the body repeats. */
function loopStatement(code: Code, statement: Node, inside: Node): Loop | undefined {
  const body = statement.type === 'DoStatement' ? statement.children[1] : statement.children.at(-1);
  if (!body || body !== inside) return undefined;
  const spec = childOf(statement, 'ForOfSpec', 'ForInSpec');
  const of = spec ? partsOf(spec) : [];
  const item = of.find((part) => /Definition$|Pattern$/.test(part.type));
  const collection = of.at(-1);
  return {
    kind: kindOf(statement, spec),
    span: spanOf(statement),
    body: spanOf(body),
    ...(spec && item && { item: spanOf(item) }),
    ...(spec && collection && collection !== item && { collection: spanOf(collection) }),
    paced: isPaced(code, body),
  };
}

function kindOf(statement: Node, spec: Node | undefined): Loop['kind'] {
  if (spec?.type !== 'ForOfSpec') return STATEMENTS[statement.type] ?? 'for';
  return childOf(statement, 'await') ? 'for-await' : 'for-of';
}

function callbackLoop(code: Code, made: Node): Loop | undefined {
  const callback = callbackOf(code, made);
  const body = made.children.at(-1);
  const kind = callback && CALLBACKS[callback.method];
  if (!callback || !body || !kind) return undefined;
  const [item] = parametersOf(made);
  return {
    kind,
    span: spanOf(callback.call),
    body: spanOf(body),
    ...(item && { item: spanOf(item) }),
    collection: spanOf(callback.receiver),
    paced: isPaced(code, body),
  };
}

const CALLBACKS: Readonly<Record<string, Loop['kind']>> = tableOf({ forEach: 'for-each', map: 'map', flatMap: 'map' });

/** A loop that pauses for a time of its own goes at the pace that its author wants. */
function isPaced(code: Code, body: Node): boolean {
  return /\bawait\s+(?:new\s+Promise\b|[\w.]*(?:sleep|delay|wait|pause|timeout|timer)\w*)/i.test(textOf(code, body));
}

function spanOf({ start, end }: Node): { start: number; end: number } {
  return { start, end };
}
