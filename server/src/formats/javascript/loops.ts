import type { Loop } from '../../model/call';
import { tableOf } from '../../model/tableOf';
import type { SourceText } from './code';
import { parametersOf } from './functions';
import { childOf, isFunction, type Node, partsOf } from './tree';
import { callbackOf } from './usage';

/** The innermost loop that repeats the node within its function, or the callback for each element that it stands in. */
export function loopOf(node: Node): Loop | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (isFunction(at)) return callbackLoop(at);
    const { parent } = at;
    const loop = parent && STATEMENTS[parent.type] && loopStatement(parent, at);
    if (loop) return loop;
  }
  return undefined;
}

/** The node of a loop, as a bound for other searches. */
export function loopNodeOf(node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (isFunction(at)) return callbackLoop(at) && callbackOf(at)?.call;
    const { parent } = at;
    if (parent && STATEMENTS[parent.type] && loopStatement(parent, at)) return parent;
  }
  return undefined;
}

const STATEMENTS: Readonly<Record<string, Loop['kind']>> = tableOf({
  ForStatement: 'for',
  WhileStatement: 'while',
  DoStatement: 'while',
});

/** `inside` is the part of the statement that the search came from: only the body repeats. */
function loopStatement(statement: Node, inside: Node): Loop | undefined {
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
    paced: isPaced(body),
  };
}

function kindOf(statement: Node, spec: Node | undefined): Loop['kind'] {
  if (spec?.type !== 'ForOfSpec') return STATEMENTS[statement.type] ?? 'for';
  return childOf(statement, 'await') ? 'for-await' : 'for-of';
}

function callbackLoop(made: Node): Loop | undefined {
  const callback = callbackOf(made);
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
    paced: isPaced(body),
  };
}

const CALLBACKS: Readonly<Record<string, Loop['kind']>> = tableOf({ forEach: 'for-each', map: 'map', flatMap: 'map' });

const PAUSE = /\bawait\s+(?:new\s+Promise\b|[\w.]{0,80}(?:sleep|delay|wait|pause|timeout|timer)\w*)/gi;

const pauses = new WeakMap<SourceText, readonly number[]>();

/** A loop that pauses for a time of its own goes at the pace that its author wants. */
function isPaced({ source, start, end }: Node): boolean {
  const all = pauses.get(source) ?? Array.from(source.text.matchAll(PAUSE), ({ index }) => index);
  pauses.set(source, all);
  return all.some((at) => at >= start && at < end);
}

function spanOf({ start, end }: Node): { start: number; end: number } {
  return { start, end };
}
