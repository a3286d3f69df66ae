import type { Node } from './tree';

/** The method that a function is handed to, as in `items.forEach(function)`. */
export function callbackOf(made: Node): { method: string; receiver: Node; call: Node } | undefined {
  const call = made.parent?.parent;
  const parts = call?.source.language.callParts(call);
  if (!call || !parts?.receiver || !parts.arguments.includes(made)) return undefined;
  return { method: parts.method, receiver: parts.receiver, call };
}
