import type { Loop } from '../../model/call';
import { callbackOf } from './callbacks';
import type { SourceText } from './code';
import { parametersOf } from './functions';
import { isFunction, type Node } from './tree';

/** The innermost loop that repeats the node within its function, or the callback for each element that it stands in. */
export function loopOf(node: Node): Loop | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (isFunction(at)) return callbackLoop(at);
    const { parent } = at;
    const loop = parent && loopStatement(parent, at);
    if (loop) return loop;
  }
  return undefined;
}

/** The node of a loop, as a bound for other searches. */
export function loopNodeOf(node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (isFunction(at)) return callbackLoop(at) && callbackOf(at)?.call;
    const { parent } = at;
    if (parent?.source.language.loopParts(parent, at)) return parent;
  }
  return undefined;
}

/** `inside` is the part of the statement that the search came from: only the body repeats. */
function loopStatement(statement: Node, inside: Node): Loop | undefined {
  const parts = statement.source.language.loopParts(statement, inside);
  if (!parts) return undefined;
  const { kind, body, item, collection } = parts;
  return {
    kind,
    span: spanOf(statement),
    body: spanOf(body),
    ...(item && { item: spanOf(item) }),
    ...(collection && { collection: spanOf(collection) }),
    paced: isPaced(body),
  };
}

function callbackLoop(made: Node): Loop | undefined {
  const callback = callbackOf(made);
  const body = made.children.at(-1);
  const kind = callback && made.source.language.eachMethods[callback.method];
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

const pauses = new WeakMap<SourceText, readonly number[]>();

/** A loop that pauses for a time of its own goes at the pace that its author wants. */
function isPaced({ source, start, end }: Node): boolean {
  const all = pauses.get(source) ?? Array.from(source.text.matchAll(source.language.pause), ({ index }) => index);
  pauses.set(source, all);
  return all.some((at) => at >= start && at < end);
}

function spanOf({ start, end }: Node): { start: number; end: number } {
  return { start, end };
}
