import type { Call } from '../../model/call';
import { enclosingFunction, nameOf, parametersOf } from './functions';
import { isFunction, type Node } from './tree';

export function statementOf(node: Node): Node {
  const { statement } = node.source.language;
  let found = node;
  while (found.parent && !statement.test(found.type) && !isFunction(found)) found = found.parent;
  return found;
}

export function enclosingOf(node: Node): Call['enclosing'] {
  const made = enclosingFunction(node);
  if (!made) return undefined;
  const name = nameOf(made);
  const parameters = parametersOf(made).length;
  return { span: { start: made.start, end: made.end }, parameters, ...(name !== undefined && { name }) };
}

/** True where nothing between a node and its function decides whether it is reached. */
export function isUnconditional(node: Node): boolean {
  const { language } = node.source;
  let at = node;
  for (let parent = at.parent; parent && !isFunction(parent); parent = at.parent) {
    if (language.decides(parent, at)) return false;
    at = parent;
  }
  return true;
}

/** True when a `try` with a handler stands around the node, below `limit`. */
export function isGuarded(node: Node, limit: Node | undefined): boolean {
  const { language } = node.source;
  for (let at: Node | undefined = node; at?.parent && at !== limit; at = at.parent) {
    if (language.guards(at.parent, at)) return true;
  }
  return false;
}
